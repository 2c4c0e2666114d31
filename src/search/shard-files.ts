// The files of the shards in the output folder: /pagefind/<shard>/…, and /pagefind/shards.json, which tells the search
// page what there is. New files come in before those that name them, old ones go last, so that a reader who searches
// meanwhile finds all of the old index or all of the new one.
// Invariant: nothing outside /pagefind/ is touched.

import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listTree } from '../build/tree.ts';

/** A shard as /pagefind/shards.json lists it, newest first. */
export interface ListedShard {
  readonly name: string;
  readonly year: number;
  /** How many articles are in it. */
  readonly pages: number;
  /** Of all that it was made from. */
  readonly digest: string;
}

/** Folder of the indexes below the output folder. */
export const searchFolder = 'pagefind';

/** The shards that the output folder offers. What cannot be read, or has no index behind it, counts as absent. */
export function readShards(out: string): ListedShard[] {
  try {
    const listed = JSON.parse(readFileSync(listPath(out), 'utf8')) as { shards: ListedShard[] };
    return listed.shards.filter(({ name }) => existsSync(join(out, searchFolder, name, 'pagefind-entry.json')));
  } catch {
    return [];
  }
}

/** Offers these shards and no others; the folders of others go away. */
export function offerShards(out: string, shards: readonly ListedShard[]): void {
  if (shards.length === 0) {
    rmSync(join(out, searchFolder), { recursive: true, force: true });
    return;
  }
  writeWhole(listPath(out), `${JSON.stringify({ shards })}\n`);
  const names = new Set(shards.map(({ name }) => name));
  for (const path of listTree(join(out, searchFolder))) {
    const name = path.split('/')[1] as string;
    if (path !== '/shards.json' && !names.has(name))
      rmSync(join(out, searchFolder, name), { recursive: true, force: true });
  }
}

/** Puts the files of one shard in place. */
export function writeShard(out: string, name: string, files: ReadonlyMap<string, Uint8Array>): void {
  const folder = join(out, searchFolder, name);
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    const isEntry = path === 'pagefind-entry.json';
    // All but the entry are named by their content; the rest (scripts) are small.
    if (!isEntry && statSync(target, { throwIfNoEntry: false })?.size === bytes.byteLength && sameFile(target, bytes))
      continue;
    writeWhole(target, bytes);
  }
  for (const path of listTree(folder)) if (!files.has(path.slice(1))) rmSync(folder + path);
}

function sameFile(path: string, bytes: Uint8Array): boolean {
  return readFileSync(path).equals(bytes);
}

function writeWhole(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.next`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

function listPath(out: string): string {
  return join(out, searchFolder, 'shards.json');
}
