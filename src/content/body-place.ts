// Where a piece of a body stands in its file, for the caret of a finding.
// It is called only when there is a finding, so it may be slow.

import { onLine } from './source-file.ts';
import type { Place } from './types.ts';

/** Place of `mark` on a line of the file; column 1 when it is not found there. */
export function placeOf(
  source: string,
  { line, firstLine, mark }: { line: number; firstLine: number; mark: string },
): Place {
  const text = source.split(/\r\n?|\n/)[line - firstLine] ?? '';
  const column = Math.max(0, text.indexOf(mark));
  return onLine(text, { line, column: column + 1, length: mark.length });
}
