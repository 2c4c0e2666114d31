// The cache of pictures: a folder that may be deleted at any time. Each picture has a record (`<name>.json`) and its
// files (`<name>-<width>.<ending>`); `stats.json` remembers which file on disk had which digest.
// A record counts only while its files are there, as long as they were, and not written since: else their digests are
// compared, and a damaged one makes the whole picture be made again.
// Invariant: a file comes into the folder by a rename; another build that does the same at once does no harm.

import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { PictureFault } from './faults.ts';
import { noteUse } from './prune.ts';
import type { PictureFile } from './types.ts';

/** What is known of a picture that was made. */
export type PictureRecord =
  | (Omit<PictureFile, 'files' | 'remark'> & {
      readonly remark: PictureFile['remark'];
      readonly files: readonly { readonly name: string; readonly bytes: number; readonly digest: string }[];
    })
  | { readonly fault: PictureFault };

export interface PictureStore {
  readonly folder: string;
  /** The record of a picture whose files are all there; else null. */
  readonly read: (name: string) => PictureRecord | null;
  /** Digest of a file, which is read only when it was touched since the last time; null when it cannot be read. */
  readonly digest: (file: string) => string | null;
  /** Writes what is remembered. */
  readonly close: () => void;
}

/** Digest (hexadecimal SHA-256) of bytes. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Opens a store in a folder, which is made when something is written. `now` (ms) is noted as the last use of what is
 * read, see prune.ts; null: nothing is noted.
 */
export function openStore(folder: string, now: number | null): PictureStore {
  const stats = readStats(join(folder, 'stats.json'));
  let isChanged = false;
  return {
    folder,
    read: (name) => readRecord(folder, name, now),
    digest: (file) => {
      // The stamp comes first: a file that changes while it is read is read again the next time.
      const stamp = stampOf(file);
      const known = stats.get(file);
      if (known !== undefined && known.stamp === stamp) return known.digest;
      try {
        const digest = digestOf(readFileSync(file));
        if (stamp !== null) stats.set(file, { stamp, digest });
        isChanged = true;
        return digest;
      } catch {
        return null;
      }
    },
    close: () => {
      if (isChanged) put(folder, 'stats.json', JSON.stringify([...stats]));
      isChanged = false;
    },
  };
}

/** Where new pictures go: into the cache's folder, or to `spare` where nothing may be written into that. */
export function folderToFill(folder: string, spare: string | null): string {
  if (spare === null) return folder;
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch (error) {
    // A disk that is full is told when something is written; here it is only asked who may write.
    return isForbidden(error) ? spare : folder;
  }
}

/** No permission, a disk that is read-only, or something else in the folder's place. */
function isForbidden(error: unknown): boolean {
  return /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test((error as NodeJS.ErrnoException).code ?? '');
}

/** Writes a picture's files, then its record. */
export function writeRecord(
  folder: string,
  made: { readonly name: string; readonly record: PictureRecord; readonly files: ReadonlyMap<string, Buffer> },
): void {
  for (const [file, bytes] of made.files) put(folder, file, bytes);
  put(folder, `${made.name}.json`, JSON.stringify(made.record));
}

function put(folder: string, name: string, content: string | Buffer): void {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `.${randomUUID()}`);
  writeFileSync(draft, content);
  renameSync(draft, join(folder, name));
}

interface KnownFile {
  readonly stamp: string;
  readonly digest: string;
}

function readStats(path: string): Map<string, KnownFile> {
  try {
    const read = JSON.parse(readFileSync(path, 'utf8')) as [string, KnownFile][];
    return new Map(read.filter(([file, known]) => typeof file === 'string' && /^[0-9a-f]{64}$/.test(known.digest)));
  } catch {
    return new Map();
  }
}

/** Size, times and inode of a file as one text; null when it is not there. */
function stampOf(file: string): string | null {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}` : null;
}

function readRecord(folder: string, name: string, now: number | null): PictureRecord | null {
  const path = join(folder, `${name}.json`);
  try {
    const record = JSON.parse(readFileSync(path, 'utf8')) as PictureRecord;
    const { mtimeMs } = statSync(path);
    if ('fault' in record) {
      if (now !== null) noteUse(path, mtimeMs, now);
      return record;
    }
    let latest = mtimeMs;
    for (const { name: file, bytes, digest } of record.files) {
      const stat = statSync(join(folder, file));
      if (stat.size !== bytes) return null;
      if (stat.mtimeMs <= mtimeMs) continue;
      if (digestOf(readFileSync(join(folder, file))) !== digest) return null;
      latest = Math.max(latest, stat.mtimeMs);
    }
    // They were only copied here anew: the next build need not read them again.
    if (latest > mtimeMs) utimesSync(path, latest / 1000 + 0.001, latest / 1000 + 0.001);
    if (now !== null) noteUse(path, latest, now);
    return record;
  } catch {
    return null;
  }
}
