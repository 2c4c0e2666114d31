// A file of the content folder, and its bytes as text: UTF-8 without a BOM, lines that end in LF, no control characters.
// It opens nothing (the build does); it does not look inside the text (front-matter.ts does).
// Invariant: text that a person wrote is never lost to its encoding; only what is no text at all is refused.

import { isUtf8 } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Finding, FindingCode, Parsed } from '../base/findings.ts';
import { partOfLine, widestLine } from '../base/line-window.ts';

export interface SourceFile {
  /** Below the content folder, with slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** `digestOf` them, where that was asked already. */
  readonly digest?: string;
}

/** Digest of a file's bytes, by which the build sees that it changed. */
export function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64url');
}

/** The text of a file, tidied; null when it is none. */
export function decode(file: SourceFile): Parsed<{ text: string }> {
  const { path } = file;
  const bytes = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, file.bytes.byteLength);
  const findings: Finding[] = [];
  const raw = decodeBytes(path, bytes, findings);
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  const at = text.search(anyControl);
  if (at === -1) return { value: { text }, findings };
  if (isBinary(text)) return { value: null, findings: [notText(path, text)] };
  findings.push(controlFinding(path, text, at));
  return { value: { text: removeControls(text) }, findings };
}

function decodeBytes(path: string, bytes: Buffer, findings: Finding[]): string {
  const order = utf16Order(bytes);
  if (order !== null) {
    findings.push(encodingFinding(path, 'The file is written in UTF-16.'));
    return new TextDecoder(order).decode(bytes);
  }
  if (isUtf8(bytes)) return bytes.toString('utf8');
  // Only what can be text is worth the care; a picture is told from its beginning.
  const head = bytes.toString('latin1', 0, 4000);
  if (isBinary(head)) return head;
  const isOld = isMacRoman(bytes);
  const text = isOld ? new TextDecoder('macintosh').decode(bytes) : decodeMixed(bytes);
  const at = firstDifference(text, bytes.toString('utf8'));
  const message = `The file is not UTF-8; what is not was read as ${isOld ? 'Mac Roman' : 'Windows-1252'}.`;
  findings.push({ ...encodingFinding(path, message), ...shownPlace(text, at) });
  return text;
}

function utf16Order(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] === 0 && bytes[3] === 0 ? null : 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 400);
  if (!head.includes(0)) return null;
  // Latin letters in UTF-16 are a byte and a NUL in turn, always on the same side.
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const most = head.length * 0.3;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

/** Windows-1252, by byte. */
const western = [...new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i))];

/** Letters with accents stand behind small letters: in Mac Roman they are 80 to 9F, where Windows-1252 has signs. */
function isMacRoman(bytes: Buffer): boolean {
  let mac = 0;
  let windows = 0;
  for (let i = 1; i < Math.min(bytes.length, 100_000); i++) {
    const [before, byte] = [bytes[i - 1] as number, bytes[i] as number];
    if (byte < 0x80 || before < 0x61 || before > 0x7a) continue;
    const size = sequenceAt(bytes, i);
    if (size > 0) i += size - 1;
    else if (byte >= 0xe0) windows += 1;
    else if (byte <= 0x9f && byte !== 0x85 && (byte < 0x91 || byte > 0x97)) mac += 1;
  }
  return mac > windows;
}

/** Sequences of UTF-8 are read as such, all other bytes as Windows-1252: right for either, and for files that hold both. */
function decodeMixed(bytes: Buffer): string {
  let text = '';
  let start = 0;
  let i = 0;
  while (i < bytes.length) {
    const size = sequenceAt(bytes, i);
    if (size > 0) {
      i += size;
      continue;
    }
    text += bytes.toString('utf8', start, i) + (western[bytes[i] as number] as string);
    i += 1;
    start = i;
  }
  return text + bytes.toString('utf8', start);
}

/** Length of the valid UTF-8 sequence at `i`; 0 when there is none. */
function sequenceAt(bytes: Buffer, i: number): number {
  const first = bytes[i] as number;
  if (first < 0x80) return 1;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return first >= 0xc2 && i + size <= bytes.length && isUtf8(bytes.subarray(i, i + size)) ? size : 0;
}

function firstDifference(a: string, b: string): number {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const anyControl = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** NUL is in no text; a few other control characters may have come with a paste, many have not. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const head = text.slice(0, 4000);
  const count = head.match(/[\p{Cc}--[\t\n\r\f\x80-\x9f]]/gv)?.length ?? 0;
  return count > 8 && count > head.length / 50;
}

function notText(path: string, text: string): Finding {
  const nul = text.indexOf('\0');
  const hint = 'Save it as plain text in UTF-8, or give it another ending than .md.';
  const place = nul === -1 ? {} : shownPlace(text, nul);
  return { ...finding(path, 'not-text', 'error', 'The file holds bytes that are no text.', hint), ...place };
}

function controlFinding(path: string, text: string, at: number): Finding {
  const message = 'The text holds invisible control characters; they were taken out.';
  const hint = 'They often come with text pasted from a PDF or a word processor.';
  return { ...finding(path, 'control-character', 'warning', message, hint), ...shownPlace(text, at) };
}

function shownPlace(text: string, at: number): ReturnType<typeof placeAt> {
  const place = placeAt(text, at, 1);
  return { ...place, text: place.text.replace(controls, '\ufffd') };
}

function removeControls(text: string): string {
  // U+0080 to U+009F are no characters; they are Windows-1252 that was taken for Latin-1.
  return text.replace(controls, (char) => {
    const code = char.charCodeAt(0);
    if (char === '\v' || char === '\f') return ' ';
    const read = code < 0x80 ? '' : (western[code] as string);
    return anyControl.test(read) ? '' : read;
  });
}

function encodingFinding(path: string, message: string): Finding {
  return finding(path, 'wrong-encoding', 'warning', message, 'Save the file as UTF-8.');
}

function finding(
  file: string,
  code: FindingCode,
  severity: 'error' | 'warning',
  message: string,
  hint: string,
): Finding {
  return { code, severity, message, hint, file };
}

/** Line, column and the line's text at an offset of a text whose first line is `firstLine`. */
export function placeAt(
  text: string,
  offset: number,
  length: number,
  firstLine = 1,
): { line: number; column: number; length: number; text: string; textFrom?: number } {
  const at = Math.max(0, Math.min(offset, text.length));
  let line = firstLine;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < at; next = text.indexOf('\n', start)) {
    line += 1;
    start = next + 1;
  }
  const newline = text.indexOf('\n', start);
  return onLine(text.slice(start, newline === -1 ? text.length : newline), { line, column: at - start + 1, length });
}

/** A place on a line: the mark stays inside the line, and of a long line the part around the mark is shown. */
export function onLine(
  whole: string,
  mark: { line: number; column: number; length: number },
): { line: number; column: number; length: number; text: string; textFrom?: number } {
  const length = Math.max(1, Math.min(mark.length, whole.length - mark.column + 1, widestLine));
  return { line: mark.line, column: mark.column, length, ...partOfLine(whole, { ...mark, length }) };
}
