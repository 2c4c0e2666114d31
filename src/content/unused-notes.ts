// Findings about footnotes that nothing in the text refers to: they are not shown, and an author has to know.
// The text is searched as it was written, because not all of it is parsed for the facts.

import type { Finding } from '../base/findings.ts';
import type { Env } from './markdown.ts';
import { footnotesOf, marksIn } from './markdown-footnotes.ts';
import { onLine } from './source-file.ts';

/** One finding for each such note. `source` is the body as written; `firstLine` is its first line in the file. */
export function unusedNoteFindings(
  env: Env,
  { file, firstLine, source }: { readonly file: string; readonly firstLine: number; readonly source: string },
): Finding[] {
  if (env['footnotes'] === undefined) return [];
  const used = new Set<string>();
  const places = new Map<string, { readonly text: string; readonly line: number; readonly at: number }>();
  for (const [index, text] of source.split(/\r\n?|\n/).entries()) {
    const start = text.search(/[^\s>]/);
    for (const { 0: mark, 1: label = '', index: at } of marksIn(text)) {
      if (at !== start || text[at + mark.length] !== ':') used.add(label);
      else if (!places.has(label)) places.set(label, { text, line: firstLine + index, at });
    }
  }
  return [...footnotesOf(env).notes.keys()].flatMap((label): Finding[] => {
    const place = places.get(label);
    if (place === undefined || used.has(label)) return [];
    const mark = `[^${label}]`;
    return [
      {
        code: 'unused-note',
        severity: 'warning',
        message: `The footnote "${label}" has no mark in the text, and is not shown.`,
        hint: `Write ${mark} where it belongs, or take the note out.`,
        file,
        ...onLine(place.text, { line: place.line, column: place.at + 1, length: mark.length }),
      },
    ];
  });
}
