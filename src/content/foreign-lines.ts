// The lines of a body while the marks of other programs are taken out of it, and what was found: foreign-marks.ts and
// foreign-components.ts work on them. Invariant: the number of lines stays.

import type { FoundShortcode } from './shortcode-work.ts';

/** A body at work. */
export interface ForeignLines {
  readonly lines: string[];
  readonly isMdx: boolean;
  /** Names that are used as components somewhere in the body. */
  readonly components: ReadonlySet<string>;
  readonly lang: string;
  readonly found: Map<string, FoundShortcode>;
  /** Offset of each line in the body as written. */
  readonly offsets: readonly number[];
}

/** Remembers a mark, at the line where its name is met first. */
export function tell(work: ForeignLines, i: number, name: string): void {
  const text = (work.lines[i] as string).trimEnd();
  if (!work.found.has(name)) work.found.set(name, { name, offset: work.offsets[i] as number, text, isReplaced: false });
}

/** Empties lines `from` to `to`, both included; answers the last. */
export function empty(work: ForeignLines, from: number, to: number): number {
  for (let i = from; i <= to; i++) work.lines[i] = '';
  return to;
}

/** First line at `from` or behind that fits; the last line when none does within reach, or -1 when it must be there. */
export function findLine(work: ForeignLines, from: number, fits: (line: string) => boolean): number {
  const limit = Math.min(work.lines.length, from + 400);
  for (let i = from; i < limit; i++) if (fits(work.lines[i] as string)) return i;
  return -1;
}
