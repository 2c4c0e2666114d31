// Template commands of other programs (Hugo, Jekyll, Eleventy, WordPress) are taken out of a body before Markdown is
// read; the text between two of a pair stays, and a few leave a picture or a link (shortcode-meaning). Nothing is run.
// In code they are text. Invariant: the number of lines stays, so that places of findings hold; the work is linear.

import type { Finding } from '../base/findings.ts';
import { placeOf } from './body-place.ts';
import { hasForeignMarks, replaceForeignMarks } from './foreign-marks.ts';
import { loneNames, wordpressNames } from './shortcode-brackets.ts';
import { scanShortcodes, type CleanedText } from './shortcode-scan.ts';
import type { FoundShortcode } from './shortcode-work.ts';

export type { FoundShortcode };

const bracketHint = new RegExp(
  `\\[(?:/?(?:${wordpressNames})[\\s\\]=\\\\]|/[a-z][\\w-]*\\\\?\\]|[a-z][\\w-]*\\s+[\\w-]+=\\S|(?:${loneNames})\\])`,
  'i',
);
const none: readonly FoundShortcode[] = [];

/** Takes shortcodes out; a body without any is returned as it is. */
export function replaceShortcodes(source: string, lang: string): CleanedText {
  const marked = hasForeignMarks(source) ? replaceForeignMarks(source, lang) : { text: source, found: none };
  const { text } = marked;
  const hasBraces = text.includes('{{') || text.includes('{%') || text.includes('{#');
  if (!hasBraces && !(text.includes('[') && bracketHint.test(text))) return marked;
  const scanned = scanShortcodes(text, lang);
  if (text === source) return scanned;
  return { text: scanned.text, found: [...marked.found, ...scanned.found.map((one) => ofSource(one, text, source))] };
}

/** The place in the body as written: the line is the same, and the column is looked for. */
function ofSource(one: FoundShortcode, text: string, source: string): FoundShortcode {
  const line = text.slice(0, one.offset).split('\n').length - 1;
  let start = 0;
  for (let i = 0; i < line; i++) start = source.indexOf('\n', start) + 1;
  const at = source.indexOf(one.text, start);
  const end = source.indexOf('\n', start);
  return { ...one, offset: at === -1 || (end !== -1 && at > end) ? start : at };
}

/** One finding for each name, at its first place. */
export function shortcodeFindings(
  found: readonly FoundShortcode[],
  { file, firstLine, source }: { file: string; firstLine: number; source: string },
): Finding[] {
  return found.map(({ name, offset, text, isReplaced }) => {
    const line = firstLine + source.slice(0, offset).split(/\r\n?|\n/).length - 1;
    const place = placeOf(source, { line, firstLine, mark: text });
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
