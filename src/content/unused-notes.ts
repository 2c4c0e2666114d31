// Findings about footnotes that nothing in the text refers to: they are not shown, and an author has to know.

import type { Finding } from '../base/findings.ts';
import { placeOf } from './body-place.ts';
import type { Env } from './markdown.ts';
import { footnotesOf } from './markdown-footnotes.ts';

/** One finding for each such note. `source` is the body as written; `firstLine` is its first line in the file. */
export function unusedNoteFindings(
  env: Env,
  { file, firstLine, source }: { readonly file: string; readonly firstLine: number; readonly source: string },
): Finding[] {
  if (env['footnotes'] === undefined) return [];
  const findings: Finding[] = [];
  for (const label of footnotesOf(env).notes.keys()) {
    const mark = `[^${label}]`;
    const parts = source.split(mark);
    const isNote = (i: number): boolean =>
      (parts[i] as string).startsWith(':') && /(?:^|[\r\n])[\s>]*$/.test(parts[i - 1] as string);
    if (parts.some((_, i) => i > 0 && !isNote(i))) continue;
    const line = firstLine + (parts[0] as string).split(/\r\n?|\n/).length - 1;
    findings.push({
      code: 'unused-note',
      severity: 'warning',
      message: `The footnote "${label}" has no mark in the text, and is not shown.`,
      hint: `Write ${mark} where it belongs, or take the note out.`,
      file,
      ...placeOf(source, { line, firstLine, mark }),
    });
  }
  return findings;
}
