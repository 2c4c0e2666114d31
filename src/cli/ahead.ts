// What the first build of a large site is certain to want: threads. They load their code while the first thread loads its
// own. Whoever builds again needs none as a rule, and a small site never does.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from './options.ts';
import { smallSite, startAhead } from './threads.ts';

/** Starts them where they will be wanted. */
export function lookAhead({ content, cache, cacheUse, why }: Options): void {
  const isFirst = why === null && !(cacheUse && existsSync(join(cache, 'depeche.db')));
  if (isFirst && holdsMany(content)) startAhead();
}

/** Whether a folder holds as many texts as threads are started for. One that cannot be read is told by the build. */
function holdsMany(content: string): boolean {
  const folders = [content];
  let texts = 0;
  try {
    for (let at = folders.pop(); at !== undefined && texts < smallSite; at = folders.pop()) {
      for (const item of readdirSync(at, { withFileTypes: true })) {
        if (item.isDirectory()) folders.push(join(at, item.name));
        else if (item.name.endsWith('.md')) texts++;
      }
    }
  } catch {
    return false;
  }
  return texts >= smallSite;
}
