// The memory of trees: for each file of an output folder, what it was made from (see inputs.ts), under the tree's digest.
// Beside it stands the file's stamp, so that one that was changed by hand is made again.
// The digest stands in the folder itself (`.depeche`): what is remembered is believed of a folder only when it carries
// the digest; so one cache serves several folders, and a folder or cache from elsewhere is never mistaken for ours.

import { createHash } from 'node:crypto';
import type { Cache } from './cache.ts';

/** Files by path below the output folder, each with what it was made from. */
export type Tree = ReadonlyMap<string, Pick<TreeFile, 'inputs'>>;

/** A tree as it lay in an output folder. */
export type RememberedTree = ReadonlyMap<string, TreeFile>;

/** One file of a tree. */
export interface TreeFile {
  /** What it was made from: see inputs.ts. */
  readonly inputs: string;
  /** Size and time in the output folder. */
  readonly stamp: string;
  /** See marks.ts; 0: none. */
  readonly mark: number;
}

/** How many trees are remembered: several output folders may share a cache. */
const mostTrees = 4;
/** Files in one row of the cache. */
const rowSize = 5000;

/** The digest of a tree. */
export function treeDigest(tree: Tree): string {
  const sum = createHash('sha256');
  for (const path of [...tree.keys()].toSorted()) sum.update(`${path}\0${tree.get(path)?.inputs}\0`);
  return sum.digest('base64url');
}

/** How many files the tree with a digest has; 0 when it is not remembered. */
export function sizeOfTree(cache: Cache, digest: string): number {
  return Number(cache.get(`tree ${digest}`) ?? 0);
}

/** The tree with a digest, or null when it is not remembered. */
export function recallTree(cache: Cache, digest: string): RememberedTree | null {
  const count = Number(cache.get(`tree ${digest}`) ?? Number.NaN);
  const tree = new Map<string, TreeFile>();
  for (const { text } of cache.rows(`tree ${digest}`)) {
    const items = JSON.parse(text) as [string, string, string, number][];
    for (const [path, inputs, stamp, mark] of items) tree.set(path, { inputs, stamp, mark });
  }
  return tree.size === count ? tree : null;
}

/** Forgets a tree. */
export function forgetTree(cache: Cache, digest: string): void {
  const others = (cache.get('trees') ?? '').split(' ').filter((other) => other !== digest);
  cache.set('trees', others.join(' '));
  dropTree(cache, digest);
}

function dropTree(cache: Cache, digest: string): void {
  cache.dropRoom(`tree ${digest}`);
  cache.drop(`tree ${digest}`);
}

/** Remembers a tree, with the stamps of its files; the one that was used longest ago is forgotten. */
export function keepTree(cache: Cache, tree: RememberedTree, digest: string): void {
  const known = (cache.get('trees') ?? '').split(' ').filter((other) => other !== '' && other !== digest);
  const kept = [digest, ...known].slice(0, mostTrees);
  for (const other of known.slice(mostTrees - 1)) dropTree(cache, other);
  cache.set('trees', kept.join(' '));
  cache.dropRoom(`tree ${digest}`);
  let part: [string, string, string, number][] = [];
  let number = 0;
  const flush = (): void => {
    cache.putRow(`tree ${digest}`, String(number++).padStart(6, '0'), JSON.stringify(part));
    part = [];
  };
  for (const [path, { inputs, stamp, mark }] of tree) {
    part.push([path, inputs, stamp, mark]);
    if (part.length === rowSize) flush();
  }
  if (part.length > 0) flush();
  cache.set(`tree ${digest}`, String(tree.size));
}
