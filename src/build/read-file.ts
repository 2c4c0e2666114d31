// Reads one file of the content folder. What its text says is for others.
// Invariant: never throws; a file that cannot be read has a finding that says why.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import type { SourceFile } from '../content/source-file.ts';
import { stateOf } from './file-state.ts';

/** What became of a file that was to be read. */
export interface ReadFile {
  /** Null, and a finding says why, when it cannot be read. */
  readonly file: SourceFile | null;
  readonly findings: readonly Finding[];
}

/** Reads one file. */
export function readFile(root: string, path: string): ReadFile {
  try {
    return { file: { path, bytes: readFileSync(join(root, path)) }, findings: [] };
  } catch (error) {
    return unreadable(path, error);
  }
}

/** Reads one file, and tells the state that it had before: see `statOf`. */
export function readFileAndState(
  root: string,
  path: string,
  stillSince: number,
): ReadFile & { readonly state: string } {
  let open: number | null = null;
  try {
    open = openSync(`${root}/${path}`, 'r');
    const stat = fstatSync(open);
    const bytes = stat.isFile() ? readBytes(open, stat.size) : readFileSync(open);
    return { file: { path, bytes }, findings: [], state: stateOf(stat, stillSince) };
  } catch (error) {
    return { ...unreadable(path, error), state: '' };
  } finally {
    if (open !== null) closeSync(open);
  }
}

/** What lies in an open file, up to the size that it had when it was looked at. */
function readBytes(open: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read)
    read = readSync(open, bytes, length, size - length, null);
  return length === size ? bytes : bytes.subarray(0, length);
}

function unreadable(path: string, error: unknown): ReadFile {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  const message = `The file could not be read (${reason}).`;
  return { file: null, findings: [{ code: 'unreadable-file', severity: 'error', file: path, message }] };
}
