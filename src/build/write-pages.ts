// Writes drawn pages into a folder, one after the other, so that only one is in memory at a time.
// The newsroom's Eleventy has no part in it: where its configuration may change pages, `eleventy/draw.ts` draws them.

import { mkdirSync, writeFileSync } from 'node:fs';

/** Draws pages and writes them below `out`; `paths` begin with `/`. Throws what `draw` throws, and the system's errors. */
export function writePages(pages: {
  readonly out: string;
  readonly paths: Iterable<string>;
  readonly draw: (path: string) => string;
}): void {
  const folders = new Set<string>();
  for (const path of pages.paths) {
    const target = pages.out + path;
    const folder = target.slice(0, target.lastIndexOf('/'));
    if (!folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      folders.add(folder);
    }
    writeFileSync(target, pages.draw(path));
  }
}
