// What was read of articles, kept in files of the staging folder until their pages are drawn: heads, and bodies' markup.
// So a text is parsed once, no head travels between threads, and memory stays flat. Each thread appends to a file of its
// own. Nothing depends on it: what could not be kept is read again.

import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Where an article's head (JSON) lies, and behind it the markup of its body: a file, and the bytes in it. */
export interface TextPlace {
  readonly file: string;
  readonly at: number;
  readonly head: number;
  /** Bytes of markup; null: none was made. */
  readonly body: number | null;
  /** Bytes of the text as it was written, behind the others; null: it is in its file. */
  readonly text: number | null;
}

/** A file that takes what was read. */
export interface Spill {
  /** Keeps a head, its body and perhaps its text; answers where they lie, or null when there is no file. Throws when the disk is full. */
  readonly put: (head: string, markup: string | null, text: string | null) => TextPlace | null;
  /** Writes what is left of what was put. */
  readonly close: () => void;
}

const roomSize = 1 << 20;
/** So much of a file is read at once. */
const partSize = 1 << 16;

/** Where texts are put together before they are written: one spill at a time on each thread. */
let room: Buffer | null = null;

/** Opens this thread's file in a folder. */
export function openSpill(folder: string): Spill {
  const file = join(folder, `texts-${threadId}`);
  let open: number;
  try {
    open = openSync(file, 'a');
  } catch {
    return { put: () => null, close: () => {} };
  }
  let written = fstatSync(open).size;
  let used = 0;
  room ??= Buffer.allocUnsafeSlow(roomSize);
  const bytes = room;
  const write = (part: Uint8Array): void => {
    writeFileSync(open, part);
    written += part.length;
  };
  const flush = (): void => {
    if (used > 0) write(bytes.subarray(0, used));
    used = 0;
  };
  const add = (text: string): number => {
    // In UTF-8 no unit of UTF-16 takes more than three bytes.
    const most = text.length * 3;
    if (used + most > roomSize) flush();
    if (most > roomSize) {
      const long = Buffer.from(text);
      write(long);
      return long.length;
    }
    const length = bytes.write(text, used);
    used += length;
    return length;
  };
  return {
    put: (head, markup, text) => {
      const at = written + used;
      const addAny = (part: string | null): number | null => (part === null ? null : add(part));
      return { file, at, head: add(head), body: addAny(markup), text: addAny(text) };
    },
    close: () => {
      try {
        flush();
      } finally {
        closeSync(open);
      }
    },
  };
}

/** The file that was read from last, and a part of it: what lies side by side is wanted soon after one another. */
let reading: { readonly file: string; readonly open: number; readonly part: Buffer; at: number; end: number } | null =
  null;

/** Lets go of the file that was read from: it goes away with its build. */
export function closeSpill(): void {
  if (reading) closeSync(reading.open);
  reading = null;
}

function bytesAt(file: string, at: number, length: number): Buffer {
  if (reading?.file !== file) {
    closeSpill();
    reading = { file, open: openSync(file, 'r'), part: Buffer.allocUnsafeSlow(partSize), at: 0, end: 0 };
  }
  const isIn = (): boolean => reading !== null && at >= reading.at && at + length <= reading.end;
  if (!isIn()) {
    // Pages are drawn from the newest on, and files are read from the oldest on: what comes next may lie on either side.
    reading.at = Math.max(0, at + Math.floor(length / 2) - partSize / 2);
    reading.end = reading.at + readSync(reading.open, reading.part, 0, partSize, reading.at);
  }
  if (isIn()) return Buffer.from(reading.part.subarray(at - reading.at, at - reading.at + length));
  const bytes = Buffer.allocUnsafe(length);
  const read = readSync(reading.open, bytes, 0, length, at);
  if (read !== length) throw new Error(`${file} was cut off while the site was built; build again.`);
  return bytes;
}

/** What lies at a place; the file stays open for the next one. */
export function readSpill({ file, at, head, body, text }: TextPlace): {
  readonly head: string;
  readonly markup: Buffer | null;
  readonly text: Buffer | null;
} {
  const end = head + (body ?? 0);
  const length = end + (text ?? 0);
  const bytes = bytesAt(file, at, length);
  return {
    head: bytes.toString('utf8', 0, head),
    markup: body === null ? null : bytes.subarray(head, end),
    text: text === null ? null : bytes.subarray(end),
  };
}
