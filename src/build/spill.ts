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

/** What lies at a place. */
export interface KeptText {
  readonly head: string;
  readonly markup: Buffer | null;
  readonly text: Buffer | null;
}

/** Reads what was kept. */
export interface KeptTexts {
  readonly read: (place: TextPlace) => KeptText;
  readonly close: () => void;
}

/** To read over a gap of so many bytes costs less than to ask the system once more. */
const widestGap = 1 << 14;
/** So much is read at once at most, unless one text is longer. */
const longestPart = 1 << 20;

/** Bytes of a file that are read at once, when the first text of it is wanted, and let go with the last. */
interface Part {
  readonly file: string;
  readonly at: number;
  end: number;
  /** Texts in it that nobody has asked for. */
  left: number;
  bytes: Buffer | null;
}

const endOf = ({ at, head, body, text }: TextPlace): number => at + head + (body ?? 0) + (text ?? 0);

/** Opens the texts of some places, which may be asked for in any order. */
export function openTexts(places: readonly TextPlace[]): KeptTexts {
  const parts = partsOf(places);
  const files = new Map<string, number>();
  const bytesOf = (part: Part): Buffer => {
    const { file, at, end } = part;
    const open = files.get(file) ?? openSync(file, 'r');
    files.set(file, open);
    const bytes = Buffer.allocUnsafeSlow(end - at);
    const read = readSync(open, bytes, 0, bytes.length, at);
    if (read !== bytes.length) throw new Error(`${file} was cut off while the site was built; build again.`);
    return bytes;
  };
  return {
    read: (place) => {
      const part = parts.get(place) as Part;
      const bytes = (part.bytes ??= bytesOf(part));
      if (--part.left <= 0) part.bytes = null;
      const from = place.at - part.at;
      const [body, text] = [from + place.head, from + place.head + (place.body ?? 0)];
      return {
        head: bytes.toString('utf8', from, body),
        markup: place.body === null ? null : bytes.subarray(body, text),
        text: place.text === null ? null : bytes.subarray(text, text + place.text),
      };
    },
    close: () => {
      for (const open of files.values()) closeSync(open);
    },
  };
}

function partsOf(places: readonly TextPlace[]): ReadonlyMap<TextPlace, Part> {
  const parts = new Map<TextPlace, Part>();
  let part: Part | null = null;
  for (const place of places.toSorted((a, b) => (a.file === b.file ? a.at - b.at : a.file < b.file ? -1 : 1))) {
    const { file, at } = place;
    const end = endOf(place);
    const isNear = part !== null && part.file === file && at - part.end <= widestGap && end - part.at <= longestPart;
    if (part === null || !isNear) part = { file, at, end, left: 0, bytes: null };
    part.end = end;
    part.left++;
    parts.set(place, part);
  }
  return parts;
}
