// Files that are copied as they are: pictures, and what lies in static/. Each is told by the digest of its bytes, so that
// one that has not changed is not copied again. Digests are remembered by stat, because such files can be large.

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Cache } from './cache.ts';
import { statOf } from './heads.ts';
import { digestOfFile } from './tree.ts';

const name = 'copies';

/** Answers the digest of each file's bytes, by its path on disk. Files changed after `stillSince` (ms) are looked into. */
export function digestCopies(files: Iterable<string>, cache: Cache, stillSince: number): ReadonlyMap<string, string> {
  const known = new Map(JSON.parse(cache.get(name) ?? '[]') as [string, { stat: string; digest: string }][]);
  const found = new Map<string, { stat: string; digest: string }>();
  for (const file of files) {
    const stat = statOf(file, stillSince);
    const before = known.get(file);
    const digest = before && stat !== '' && before.stat === stat ? before.digest : digestOfFile(file);
    found.set(file, { stat, digest });
  }
  cache.set(name, JSON.stringify([...found]));
  return new Map([...found].map(([file, { digest }]) => [file, digest]));
}

/** Copies one file. */
export function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
