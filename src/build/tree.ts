// Trees of files: what lies in a folder, and how a new tree takes the place of an old one.
// Invariant: a file whose bytes did not change is not touched; a file is renamed into place, never written in place.

import { createHash, hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** Paths of all files below a folder, `/` first. Empty when there is no such folder. */
export function listTree(root: string): string[] {
  const paths: string[] = [];
  const walk = (folder: string): void => {
    for (const item of readdirSync(root + folder, { withFileTypes: true })) {
      // Joined, it is one string; a template would keep its parts as well.
      const path = [folder, item.name].join('/');
      if (item.isDirectory()) walk(path);
      else paths.push(path);
    }
  };
  if (existsSync(root)) walk('');
  return paths;
}

/** Digest of bytes, or of a text's bytes. */
export function digestOfBytes(bytes: Uint8Array | string): string {
  return hash('sha256', bytes, 'base64url').slice(0, 22);
}

/** Digest of a file's bytes. */
export function digestOfFile(path: string): string {
  const sum = createHash('sha256');
  const part = Buffer.alloc(1 << 18);
  const file = openSync(path, 'r');
  try {
    for (let size = readSync(file, part); size > 0; size = readSync(file, part)) sum.update(part.subarray(0, size));
  } finally {
    closeSync(file);
  }
  return sum.digest('base64url').slice(0, 22);
}

/** True when both are files, no links to one, and hold the same bytes. */
export function sameBytes(a: string, b: string): boolean {
  const size = sizeOf(a);
  if (size === null || size !== sizeOf(b)) return false;
  return size < 1 << 20 ? readFileSync(a).equals(readFileSync(b)) : sameLargeFiles(a, b);
}

function sizeOf(path: string): number | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isFile() ? stat.size : null;
}

function sameLargeFiles(a: string, b: string): boolean {
  const files = [openSync(a, 'r'), openSync(b, 'r')] as const;
  const parts = [Buffer.alloc(1 << 20), Buffer.alloc(1 << 20)] as const;
  try {
    for (;;) {
      const read = readSync(files[0], parts[0], 0, parts[0].length, null);
      if (read !== readSync(files[1], parts[1], 0, parts[1].length, null)) return false;
      if (read === 0) return true;
      if (!parts[0].subarray(0, read).equals(parts[1].subarray(0, read))) return false;
    }
  } finally {
    for (const file of files) closeSync(file);
  }
}

/** Moves a file into place; whatever stood there, file or folder, gives way. */
export function moveInto(from: string, to: string): void {
  try {
    renameSync(from, to);
    return;
  } catch (error) {
    if (!/^(ENOENT|ENOTDIR|EISDIR|EEXIST|ENOTEMPTY|EPERM)$/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw error;
    makeRoom(dirname(to));
    if (statSync(to, { throwIfNoEntry: false })?.isDirectory()) rmSync(to, { recursive: true });
    renameSync(from, to);
  }
}

/** Makes a folder; a file that stands where a folder must be gives way. */
function makeRoom(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    for (let at = folder; ; at = dirname(at)) {
      if (existsSync(at) && !statSync(at).isDirectory()) rmSync(at);
      if (existsSync(dirname(at)) && statSync(dirname(at)).isDirectory()) break;
    }
    mkdirSync(folder, { recursive: true });
  }
}

/** Deletes a file and the folders that it leaves empty, up to the root. A folder that stands there by now is left. */
export function removeFile(root: string, path: string): void {
  try {
    unlinkSync(root + path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFolder = statSync(root + path, { throwIfNoEntry: false })?.isDirectory() ?? false;
    if (code === 'ENOTDIR' || isFolder) return;
    if (code !== 'ENOENT') throw error;
  }
  for (let folder = dirname(path); folder !== '/'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder));
    } catch {
      return;
    }
  }
}
