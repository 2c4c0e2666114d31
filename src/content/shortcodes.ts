// Template commands of other programs (Hugo, Jekyll, Eleventy, WordPress) are taken out of a body before Markdown is
// read; the text between two of a pair stays, and a few leave a picture or a link (shortcode-meaning). Nothing is run.
// In code they are text. Invariant: the number of lines stays, so that places of findings hold; the work is linear.

import type { Finding } from '../base/findings.ts';
import { placeOf } from './body-place.ts';
import { scanShortcodes, wordpressNames, type CleanedText, type FoundShortcode } from './shortcode-scan.ts';

export type { FoundShortcode };

const bracketHint = new RegExp(`\\[/?(?:${wordpressNames})[\\s\\]=]`);
const none: readonly FoundShortcode[] = [];

/** Takes shortcodes out; a body without any is returned as it is. */
export function replaceShortcodes(source: string, lang: string): CleanedText {
  const hasBraces = source.includes('{{') || source.includes('{%') || source.includes('{#');
  if (!hasBraces && !(source.includes('[') && bracketHint.test(source))) return { text: source, found: none };
  return scanShortcodes(source, lang);
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
