// Finds the file that an author meant: the first of the candidates that exists inside the content folder.
// Invariant: a link that leads out of the folder is no file; nothing is read here.

import { realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { PictureFault } from './faults.ts';

/** A file on disk, or why it is none. */
export type Located = { readonly file: string } | { readonly fault: PictureFault };

const heaviest = 100 * 1024 * 1024;

/** Makes a finder for a content folder. Null: there is no such file. */
export function createLocator(root: string): (candidates: readonly string[]) => Located | null {
  const realRoot = realpathSync(root) + sep;
  return (candidates) => {
    let folder = false;
    for (const path of candidates) {
      const found = look(realRoot, path);
      if (found === 'folder') folder = true;
      else if (found) return found;
    }
    return folder ? { fault: 'folder' } : null;
  };
}

function look(root: string, path: string): Located | 'folder' | null {
  try {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return null;
    if (stat.isDirectory()) return 'folder';
    const file = realpathSync(join(root, path));
    if (!file.startsWith(root) || !stat.isFile()) return null;
    if (stat.size === 0) return { fault: 'empty' };
    return stat.size > heaviest ? { fault: 'too-heavy' } : { file };
  } catch {
    return null;
  }
}
