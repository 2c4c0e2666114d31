// Long lists of files in parts: the part of a file is told by its path alone, so that one of a hundred thousand files is
// found, compared or kept anew without the others.
// Invariant: pure; the same files, in whatever order, make the same parts and the same digests.

import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How many parts there are. */
export const partCount = 64;

/** The part of a file. */
export function partOf(path: string): number {
  return crc32(path) % partCount;
}

/** Paths by part, sorted. */
export function inParts(paths: Iterable<string>): string[][] {
  const parts: string[][] = Array.from({ length: partCount }, () => []);
  for (const path of paths) parts[partOf(path)]?.push(path);
  for (const part of parts) part.sort();
  return parts;
}

/** The files of a part and what is said of each, as one text; no name holds a NUL. */
export function textOfPart(part: readonly string[], sayOf: (path: string) => string | undefined): string {
  return part.map((path) => `${path}\0${sayOf(path)}`).join('\0');
}

/** Digest of such a text. */
export function digestOfText(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** Digest of the files of a part, and of what is said of each. */
export function digestOfPart(part: readonly string[], sayOf: (path: string) => string | undefined): string {
  return digestOfText(textOfPart(part, sayOf));
}

/** Digest of all parts. */
export function digestOfParts(digests: readonly string[]): string {
  return digestOfText(digests.join('\0'));
}
