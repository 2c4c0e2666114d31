// What is said of front matter that cannot be read, or not as it stands: in words for authors, with the place.
// It decides nothing: front-matter.ts does. Invariant: a mark stands on something that can be seen.

import type { Finding } from '../base/findings.ts';
import type { Fences } from './fences.ts';
import type { HashWord } from './hash-words.ts';
import type { Pair } from './nodes.ts';
import { onLine, placeAt } from './source-file.ts';
import type { Place } from './types.ts';

/** The head of a file, and where it stands. */
export interface HeadText {
  readonly file: string;
  readonly text: string;
  readonly head: string;
  readonly headLine: number;
}

/** A place of the head as it was read, on the line as it stands in the file: a head that was mended differs from it. */
export function placeInHead(job: Omit<HeadText, 'file'>, start: number, length: number): Place {
  const place = placeAt(job.head, start, length, job.headLine);
  if (job.text.includes(job.head)) return place;
  const line = job.text.split('\n', place.line)[place.line - 1] ?? '';
  const marked = place.text.slice(place.column - 1, place.column - 1 + place.length);
  for (const shown of [marked, marked.slice(1, -1)]) {
    const at = line.indexOf(shown);
    if (at !== -1 && shown !== '') return onLine(line, { line: place.line, column: at + 1, length: shown.length });
  }
  return onLine(line, { line: place.line, column: Math.min(place.column, line.length + 1), length: place.length });
}

/** A key that stands twice. */
export function repeatedFinding(job: HeadText, pair: Pair): Finding {
  const place = placeInHead(job, pair.keyStart, pair.keyEnd - pair.keyStart);
  const message = `The key "${pair.key.slice(0, 60)}" stands twice; the last one counts.`;
  return { code: 'duplicate-key', severity: 'warning', message, hint: 'Keep one of them.', file: job.file, ...place };
}

/** A word behind # that was read as text; the mark stands under its #, on the line as it stands in the file. */
export function hashFinding(job: HeadText, { key, value, start, word }: HashWord): Finding {
  const { line } = placeInHead(job, start, 1);
  const text = job.text.split('\n', line)[line - 1] ?? '';
  const at = Math.max(text.indexOf(` ${word}`), text.indexOf(`\t${word}`), 0);
  const place = onLine(text, { line, column: at + 2, length: 1 });
  const message = `"${word.slice(0, 60)}" begins like a comment. It was read as it was probably meant.`;
  const written = value.length < 100 && !value.includes('\n') ? value : `… ${word.slice(0, 60)} …`;
  const hint = `Put the value between quotes: ${key.slice(0, 60)}: ${JSON.stringify(written)}.`;
  return { code: 'front-matter-syntax', severity: 'warning', message, hint, file: job.file, ...place };
}

/** A head that its language refuses. */
export function faultFinding(job: HeadText, fault: { reason: string; offset: number }): Finding {
  // A parser often stops on the first column of the next line, or at the end; the mark must stand on something.
  let { offset } = fault;
  while (offset > 0 && /\s/.test(job.head[offset] ?? ' ')) offset -= 1;
  if (/tab character/.test(fault.reason)) ({ offset } = fault);
  const place = placeInHead(job, offset, 1);
  const [reason, hint] = explain(fault.reason, job.head.slice(0, offset));
  return { code: 'front-matter-syntax', severity: 'error', message: reason, hint, file: job.file, ...place };
}

function explain(reason: string, before: string): readonly [string, string] {
  const closing = 'If the article starts above this line, the closing --- of the front matter is missing.';
  if (/\S\n[ \t]*\n\s*\S/.test(before)) return [`The front matter could not be read: ${reason}.`, closing];
  if (reason.includes('tab character')) {
    return ['A tab stands where YAML wants spaces.', 'Indent with two spaces; YAML does not allow tabs there.'];
  }
  if (reason.includes('quoted scalar') || reason.startsWith('control characters are not allowed in'))
    return ['A quotation mark is never closed.', 'Add the closing quotation mark.'];
  if (reason.includes('flow collection')) return ['A bracket is never closed.', 'Add the closing ] or }.'];
  if (reason.includes('unknown alias')) return ['A value that starts with * needs quotes.', 'Put it between quotes.'];
  if (reason.includes('implicit key')) {
    return [
      'A line above this one, or this line, is neither a key with its value nor the rest of one.',
      'Write each value on one line; where it goes on below, indent it with two spaces.',
    ];
  }
  const quotes = 'A value that holds ": " or starts with a sign needs quotes: title: "Ukraine: la paix".';
  return [`The front matter could not be read: ${reason}.`, quotes];
}

/** A head that is a list or a single text. */
export function shapeFinding(file: string, text: string, fences: Extract<Fences, { kind: 'closed' }>): Finding {
  const head = text.slice(fences.headStart, fences.headEnd);
  const line = head.split('\n').find((candidate) => candidate.trim() !== '') ?? '';
  const place = placeAt(text, fences.headStart + head.indexOf(line), line.length);
  const message = 'The front matter holds no keys with values.';
  const hint = 'Write one key and its value on each line: title: Une crue à Lyon.';
  return { code: 'front-matter-shape', severity: 'error', message, hint, file, ...place };
}
