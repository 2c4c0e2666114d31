// Markup of bodies that was made while their files were read, kept in files of the staging folder until their pages are
// drawn: so a body is parsed once, and memory stays flat. Each thread appends to a file of its own.
// Nothing depends on it: a body that could not be kept is made again.

import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { BodyPlace } from './job.ts';

/** A file that takes bodies. */
export interface Spill {
  /** Keeps a body; answers where it lies, or null when it cannot be kept. */
  readonly put: (markup: string) => BodyPlace | null;
  /** Writes what was put. */
  readonly close: () => void;
}

/** Opens this thread's file in a folder. */
export function openSpill(folder: string): Spill {
  const file = join(folder, `bodies-${threadId}`);
  let open: number;
  try {
    open = openSync(file, 'a');
  } catch {
    return { put: () => null, close: () => {} };
  }
  const start = fstatSync(open).size;
  const parts: Buffer[] = [];
  let size = 0;
  return {
    put: (markup) => {
      const bytes = Buffer.from(markup);
      const place = { file, at: start + size, length: bytes.length };
      parts.push(bytes);
      size += bytes.length;
      return place;
    },
    close: () => {
      try {
        if (size > 0) writeFileSync(open, Buffer.concat(parts));
      } finally {
        closeSync(open);
      }
    },
  };
}

/** The file that was read from last. */
let reading: { readonly file: string; readonly open: number } | null = null;

/** The markup at a place. */
export function readMarkup({ file, at, length }: BodyPlace): string {
  if (reading?.file !== file) {
    if (reading) closeSync(reading.open);
    reading = { file, open: openSync(file, 'r') };
  }
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(reading.open, bytes, 0, length, at);
  if (read !== length) throw new Error(`${file} was cut off while the site was built; build again.`);
  return bytes.toString();
}
