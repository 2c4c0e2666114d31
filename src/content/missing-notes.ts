// Findings about marks of footnotes that have no footnote: `[^1]` stands in the text as it was typed.
// Marks are taken from what Markdown left as text, so that code, addresses and escaped brackets hold none.
// Invariant: at most one finding for a name, at its first place.

import type { Finding } from '../base/findings.ts';
import type { Token } from './markdown.ts';
import { marksIn } from './markdown-footnotes.ts';
import { onLine } from './source-file.ts';

/** A mark without a note, and the line of the file where it stands. */
export interface LostMark {
  readonly label: string;
  readonly line: number;
}

/** The marks that one text, which begins on a line of the file, shows as they were typed. */
export function lostMarks(children: readonly Token[], firstLine: number): LostMark[] {
  const lost: LostMark[] = [];
  let line = firstLine;
  for (const { type, content } of children) {
    if (type === 'softbreak' || type === 'hardbreak') line++;
    else if (type === 'html_inline') line += content.split('\n').length - 1;
    else if (type === 'text' && content.includes('[^'))
      for (const [, label = ''] of marksIn(content)) lost.push({ label, line });
  }
  return lost;
}

/** One warning for each name. `source` is the body as written; `firstLine` is its first line in the file. */
export function missingNoteFindings(
  lost: readonly LostMark[],
  { file, firstLine, source }: { readonly file: string; readonly firstLine: number; readonly source: string },
): Finding[] {
  if (lost.length === 0) return [];
  const lines = source.split(/\r\n?|\n/);
  const firsts = [...new Map(lost.toReversed().map((one) => [one.label, one])).values()].toReversed();
  const columns = new Map<number, ReadonlyMap<string, number>>();
  return firsts.map(({ label, line }) => {
    const text = lines[line - firstLine] ?? '';
    if (!columns.has(line)) columns.set(line, columnsOf(text));
    const mark = `[^${label}]`;
    return {
      code: 'missing-note',
      severity: 'warning',
      message: `There is no footnote "${label}"; its mark is shown as it was typed.`,
      hint: `Write the note on a line of its own: ${mark}: …`,
      file,
      ...onLine(text, { line, column: columns.get(line)?.get(label) ?? 1, length: mark.length }),
    };
  });
}

/** Code, and an escaped bracket: what stands there is no mark. */
const noMark = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|\\\[/g;

/** The column of the first mark of each name. */
function columnsOf(text: string): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  for (const { 1: label = '', index } of marksIn(text.replace(noMark, (hidden) => ' '.repeat(hidden.length))))
    if (!columns.has(label)) columns.set(label, index + 1);
  return columns;
}
