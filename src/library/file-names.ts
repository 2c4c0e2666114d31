// Files by their names alone, for links that other programs resolve in ways of their own: Jekyll's `post_url` names a file
// without its folder, Hugo's `ref` one anywhere in the content folder, a wiki link a note wherever it lies.
// It is asked only for what nothing else answers. Invariant: a name that two files share leads nowhere.

import { addressKey } from './addresses.ts';
import type { Entry } from './types.ts';

/** Looks an article up by the end of its path, then by the name of its file or bundle. */
export function createFileNames(entries: readonly Entry[]): (path: string) => Entry | undefined {
  let byName: Map<string, Entry | null> | null = null;
  return (path) => {
    byName ??= indexNames(entries);
    const parts = partsOf(path);
    for (let length = parts.length; length > 0; length--) {
      const found = byName.get(parts.slice(-length).join('/'));
      if (found !== undefined) return found ?? undefined;
    }
    return undefined;
  };
}

/** Parts of a path without ending; of a bundle (`a/index.md`) the folder. */
function partsOf(path: string): string[] {
  const plain = path.replace(/\.(?:md|markdown)$/i, '').replace(/(?:\/_?index(?:\.[a-z-]{2,5})?)?\/?$/i, '');
  return addressKey(plain)
    .split('/')
    .filter((part) => part !== '' && part !== '.' && part !== '..');
}

function indexNames(entries: readonly Entry[]): Map<string, Entry | null> {
  const names = new Map<string, Entry | null>();
  for (const entry of entries) {
    const parts = partsOf(entry.card.file);
    for (let length = 1; length <= Math.min(parts.length, 4); length++) {
      const name = parts.slice(-length).join('/');
      names.set(name, names.has(name) ? null : entry);
    }
  }
  return names;
}
