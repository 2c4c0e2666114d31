// Template commands of other programs (Hugo, Jekyll, Eleventy, WordPress) are taken out of a body before Markdown is
// read; the text between two of a pair stays, and a few leave a picture or a link (shortcode-meaning). Nothing is run.
// In code they are text. Invariant: the number of lines stays, so that places of findings hold; the work is linear.

import type { Finding } from '../base/findings.ts';
import { hasForeignMarks, replaceForeignMarks } from './foreign-marks.ts';
import { loneNames, wordpressNames } from './shortcode-brackets.ts';
import { scanShortcodes, type CleanedText } from './shortcode-scan.ts';
import type { FoundShortcode } from './shortcode-work.ts';
import { onLine } from './source-file.ts';

export type { FoundShortcode };

const bracketHint = new RegExp(
  `\\[(?:/?(?:${wordpressNames})[\\s\\]=\\\\]|/[a-z][\\w-]*\\\\?\\]|[a-z][\\w-]*\\s+[\\w-]+=\\S|(?:${loneNames})\\])`,
  'iy',
);
const none: readonly FoundShortcode[] = [];

/** Takes shortcodes out; a body without any is returned as it is. */
export function replaceShortcodes(source: string, lang: string): CleanedText {
  const marked = hasForeignMarks(source) ? replaceForeignMarks(source, lang) : { text: source, found: none };
  const { text } = marked;
  const hasBraces = text.includes('{{') || text.includes('{%') || text.includes('{#');
  if (!hasBraces && !hasBrackets(text)) return marked;
  const scanned = scanShortcodes(text, lang);
  if (text === source) return scanned;
  return { text: scanned.text, found: [...marked.found, ...ofSource(scanned.found, text, source)] };
}

/** Looks only where a bracket is, which is found many times faster than the whole expression. */
function hasBrackets(text: string): boolean {
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    bracketHint.lastIndex = at;
    if (bracketHint.test(text)) return true;
  }
  return false;
}

/** The places in the body as written: the lines are the same, and the columns are looked for, one behind the other. */
function ofSource(found: readonly FoundShortcode[], text: string, source: string): FoundShortcode[] {
  const starts = lineStarts(text, /\n/g);
  const written = lineStarts(source, /\n/g);
  let last = 0;
  return found.map((one) => {
    const line = lineAt(starts, one.offset);
    const start = written[line] ?? source.length;
    const from = Math.max(start, last);
    const at = source.slice(from, written[line + 1]).indexOf(one.text);
    if (at === -1) return { ...one, offset: start };
    last = from + at;
    return { ...one, offset: last };
  });
}

function lineStarts(text: string, lineEnd: RegExp): number[] {
  const starts = [0];
  for (const match of text.matchAll(lineEnd)) starts.push(match.index + match[0].length);
  return starts;
}

/** The line that holds an offset, counted from 0. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** One finding for each name, at its first place. */
export function shortcodeFindings(
  found: readonly FoundShortcode[],
  { file, firstLine, source }: { file: string; firstLine: number; source: string },
): Finding[] {
  if (found.length === 0) return [];
  const lines = source.split(/\r\n?|\n/);
  const starts = lineStarts(source, /\r\n?|\n/g);
  return found.map(({ name, offset, text, isReplaced }) => {
    const i = lineAt(starts, offset);
    const line = lines[i] ?? '';
    const isThere = source.startsWith(text, offset);
    const column = isThere ? offset - (starts[i] as number) : Math.max(0, line.indexOf(text));
    const place = onLine(line, { line: firstLine + i, column: column + 1, length: text.length });
    return {
      code: 'shortcode',
      severity: 'warning',
      message: isReplaced
        ? `"${name}" is a template command of another program; it was replaced by what it shows.`
        : `"${name}" is a template command of another program; it was left out of the text.`,
      hint: 'Commands are never run. Write the text, the link or the picture itself in Markdown.',
      file,
      ...place,
    };
  });
}
