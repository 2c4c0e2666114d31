// Files that are copied as they are: pictures, and what lies in static/. Each is told by the digest of its bytes, so that
// one that has not changed is not copied again. Digests are remembered by stat, because such files can be large.

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import type { Cache } from './cache.ts';
import { FileChanged } from './file-changed.ts';
import { statOf } from './file-state.ts';
import type { Ledger } from './ledger.ts';
import { digestOfFile } from './tree.ts';

const name = 'copies';

/**
 * Copies pictures and static files that are not in the output folder yet. Throws `FileChanged` when somebody took one of
 * the content away since the folder was looked through.
 */
export function copyFiles(input: {
  /** Path below the output folder, and where the file lies. */
  readonly copies: ReadonlyMap<string, string>;
  readonly content: string;
  readonly ledger: Ledger;
  readonly cache: Cache;
  readonly stillSince: number;
  readonly out: string;
}): void {
  const { copies, content, ledger, cache, stillSince, out } = input;
  try {
    const digests = digestCopies(copies.values(), cache, stillSince);
    for (const [path, from] of copies) {
      if (ledger.note(path, digests.get(from) as string)) continue;
      copyTo(from, out + path);
      // Somebody may have saved it since its bytes were counted.
      ledger.settle(path, { inputs: digestOfFile(out + path), mark: 0, stays: false });
    }
  } catch (error) {
    const { code, path = '' } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' && path.startsWith(content + sep) ? new FileChanged(path) : error;
  }
}

/** Answers the digest of each file's bytes, by its path on disk. Files changed after `stillSince` (ms) are looked into. */
function digestCopies(files: Iterable<string>, cache: Cache, stillSince: number): ReadonlyMap<string, string> {
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
function copyTo(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
