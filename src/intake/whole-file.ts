// Writes a file whole or not at all: beside its place under a hidden name, flushed, then renamed.
// Invariant: whenever it is cut off, the file is as it was or as it should be; a hidden rest is never content.

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Writes a file; makes its folder. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true });
  // Always the same name, so that a second attempt takes the place of a first that was cut off.
  const draft = join(folder, `.${basename(path)}.draft`);
  const file = openSync(draft, 'w', 0o644);
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
  flushFolder(folder);
}

/** A rename is on the disk when its folder is; some systems cannot open a folder, and need not. */
function flushFolder(folder: string): void {
  try {
    const opened = openSync(folder, 'r');
    fsyncSync(opened);
    closeSync(opened);
  } catch {
    // Windows.
  }
}
