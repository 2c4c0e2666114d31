// What tells one state of a file from another without opening it.

import { lstatSync, type Stats, statSync } from 'node:fs';

/** What tells that a file is the one that was read; empty when it changed too lately to tell, or is gone. */
export function statOf(path: string, stillSince: number): string {
  try {
    return stateOf(statSync(path), stillSince);
  } catch {
    return '';
  }
}

/** The same of a file that is open, or of which the system has told. */
export function stateOf(stat: Stats, stillSince: number): string {
  if (Math.max(stat.mtimeMs, stat.ctimeMs) > stillSince) return '';
  // Joined, it is one string; a template would keep its parts as well.
  return [stat.size, stat.mtimeMs, stat.ctimeMs, stat.ino].join(' ');
}

/** Size and time of a file of the output folder: one that was changed by hand is not the one that we wrote. Null when it is no file. */
export function stampOf(path: string): string | null {
  let stat;
  try {
    stat = lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    // A file where one of its folders was.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return null;
    throw error;
  }
  return stat?.isFile() ? [stat.size, stat.mtimeMs].join(' ') : null;
}
