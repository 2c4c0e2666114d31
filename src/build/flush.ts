// Makes sure that files are on the disk and not only in the system's memory.
// A killed process loses nothing that it has written; a power cut does: a file can have its new name and no bytes.
// So what is brought in is flushed first, before the journal is complete. What cannot be flushed is no reason to fail.

import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Up to so many files are flushed one by one; more go with their whole file system, in one piece. */
const fewFiles = 64;

/** Flushes files of a folder: paths below it, `/` first. */
export function flush(folder: string, files: readonly string[]): void {
  if (files.length > fewFiles && process.platform === 'linux') {
    if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status === 0) return;
  }
  for (const file of files) flushFile(folder + file);
}

function flushFile(path: string): void {
  try {
    const file = openSync(path, 'r');
    try {
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    // EINVAL, ENOTSUP: a file system that cannot. A full or failing disk is told.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC' || code === 'EIO' || code === 'EDQUOT') throw error;
  }
}
