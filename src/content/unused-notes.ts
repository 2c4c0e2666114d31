// Findings about footnotes that are not shown, which an author has to know: nothing in the text refers to them, or
// another one before them has the same name.
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
  const places = new Map<string, NotePlace[]>();
  for (const [index, text] of source.split(/\r\n?|\n/).entries()) {
    const start = text.search(/[^\s>]/);
    for (const { 0: mark, 1: label = '', index: at } of marksIn(text)) {
      if (at !== start || text[at + mark.length] !== ':') used.add(label);
      else places.set(label, [...(places.get(label) ?? []).slice(0, 1), { text, line: firstLine + index, at }]);
    }
  }
  const { notes, repeated } = footnotesOf(env);
  return [...notes.keys()].flatMap((label): Finding[] => {
    const [first, last] = places.get(label) ?? [];
    const mark = `[^${label}]`;
    const tell = ({ text, line, at }: NotePlace, message: string, hint: string): Finding => ({
      code: 'unused-note',
      severity: 'warning',
      message: `The footnote "${label}" ${message}, and is not shown.`,
      hint,
      file,
      ...onLine(text, { line, column: at + 1, length: mark.length }),
    });
    const unused = `Write ${mark} where it belongs, or take the note out.`;
    return [
      ...(first && !used.has(label) ? [tell(first, 'has no mark in the text', unused)] : []),
      ...(last && repeated.has(label)
        ? [tell(last, 'stands there a second time', 'Give it, and its mark, another name.')]
        : []),
    ];
  });
}

/** Where a note begins. */
interface NotePlace {
  readonly text: string;
  readonly line: number;
  readonly at: number;
}
