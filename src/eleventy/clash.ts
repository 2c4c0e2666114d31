// Nothing that a newsroom adds may take the place of a page or file of ours: a site of which a page silently became
// another one is worse than no new site. Eleventy itself only compares pages with pages of the same run.

import { relative, sep } from 'node:path';
import { isOurTemplate } from './pages.ts';
import type { UserConfig } from './user-config.ts';

/** Makes a run fail that writes over one of the paths in `taken` (below the output folder, `/` first). */
export function refuseClashes(config: UserConfig, taken: Pick<ReadonlySet<string>, 'has'>): void {
  const refuse = (path: string, from: string): void => {
    if (!taken.has(path)) return;
    throw new Error(`${from} would take the place of ${path}, which Dépêche makes. Give it another address.`);
  };
  config.on('eleventy.passthrough', ({ map }: { map: Readonly<Record<string, string>> }) => {
    for (const [path, from] of Object.entries(map)) refuse(decodeURI(path), from);
  });
  config.on('eleventy.after', ({ results }: { results: readonly Result[] }) => {
    for (const { inputPath, outputPath } of results) {
      if (!outputPath || isOurTemplate(inputPath)) continue;
      refuse(`/${relative(config.directories.output, outputPath).replaceAll(sep, '/')}`, inputPath);
    }
  });
}

interface Result {
  readonly inputPath: string;
  readonly outputPath: string | false;
}
