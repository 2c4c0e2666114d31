// Dépêche as an Eleventy plugin: what `eleventy.config.js` adds, so that `npx @11ty/eleventy` makes the site too.
// In a plain Eleventy run it adds all pages and files; in our own build the pages are drawn already, and it only
// offers the library to extra pages.
// Invariant: it neither stages, locks nor deletes (but for the folder's mark, while the folder is not whole).

import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refuseClashes } from './clash.ts';
import { addPages, isChunk } from './pages.ts';
import type { UserConfig } from './user-config.ts';

/** Everything a plain Eleventy run needs of the site. */
export interface WholeSite {
  /** Paths of the pages by kind. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  readonly draw: (key: string) => string;
  /** Files that are no pages: bytes, or a file to copy. By path below the output folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array | { readonly copy: string }>;
  /** The folder's mark, written when all else is there: who reads it may believe that the tree is whole. */
  readonly mark: { readonly path: string; readonly text: string };
  /** What extra pages may read as `depeche.library`. */
  readonly library: object;
}

/** What extra pages get while our own build draws them. */
interface Prepared {
  readonly library: WholeSite['library'];
  /** Paths of the files that are there already. */
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
}

let prepared: Prepared | null = null;

/** Offers the library to the extra pages that are drawn next, without our own pages. */
export function offerLibrary(offered: Prepared | null): void {
  prepared = offered;
}

/** Makes the plugin. `load` reads and prepares the whole site; it is asked in plain Eleventy runs only. */
export function createPlugin(load: () => Promise<WholeSite>): (config: UserConfig) => Promise<void> {
  return async (config) => {
    if (isChunk(config)) return;
    if (prepared) {
      config.addGlobalData('depeche', { library: prepared.library });
      refuseClashes(config, prepared.taken);
      return;
    }
    const site = await load();
    config.addGlobalData('depeche', { library: site.library });
    config.addTemplateFormats('11ty.js');
    for (const [kind, keys] of site.keys) addPages({ config, kind, keys, draw: site.draw });
    const mark = (): string => join(config.directories.output, site.mark.path);
    config.on('eleventy.before', () => {
      rmSync(mark(), { force: true });
      writeFiles(config.directories.output, site.files);
    });
    config.on('eleventy.after', () => writeFileSync(mark(), site.mark.text));
    refuseClashes(config, new Set([site.mark.path, ...site.files.keys(), ...[...site.keys.values()].flat()]));
  };
}

function writeFiles(out: string, files: WholeSite['files']): void {
  for (const [path, file] of files) {
    const target = join(out, path);
    mkdirSync(dirname(target), { recursive: true });
    if (typeof file === 'string' || file instanceof Uint8Array) writeFileSync(target, file);
    else copyFileSync(file.copy, target);
  }
}
