// The journal of a build: which staged files are moved into the output folder, and which files of it go away.
// It is complete when its name stands there: written elsewhere, flushed, then renamed. It carries its own sum, so that
// a damaged one is known as such.
// Invariant: what is read from a journal leads nowhere but below the output folder.

import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** Paths below the output folder, `/` first. */
export interface Journal {
  /** In the order in which they are moved in. */
  readonly moves: readonly string[];
  readonly deletions: readonly string[];
}

const sumOf = ({ moves, deletions }: Journal): string =>
  createHash('sha256')
    .update(JSON.stringify([moves, deletions]))
    .digest('hex');

/** Writes a journal; once this returns, the build will be brought in, whatever happens. */
export function writeJournal(path: string, { moves, deletions }: Journal): void {
  const draft = `${path}.draft`;
  const file = openSync(draft, 'w');
  try {
    writeFileSync(file, JSON.stringify({ moves, deletions, sum: sumOf({ moves, deletions }) }));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** Reads a journal: null when there is none, 'damaged' when it is not what was written. */
export function readJournal(path: string): Journal | 'damaged' | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : 'damaged';
  }
  try {
    const { moves, deletions, sum } = JSON.parse(text) as Journal & { sum: string };
    const whole = [moves, deletions].every((paths) => Array.isArray(paths) && paths.every(staysInside));
    return whole && sum === sumOf({ moves, deletions }) ? { moves, deletions } : 'damaged';
  } catch {
    return 'damaged';
  }
}

function staysInside(path: unknown): boolean {
  if (typeof path !== 'string' || !path.startsWith('/') || path.includes('\0')) return false;
  return path
    .slice(1)
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..');
}
