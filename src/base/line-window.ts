// The part of a line that a finding shows: a text on one line may be a whole paragraph, or a megabyte.
// It knows nothing of what is marked. Invariant: the column of the mark lies in the part that is shown.

/** The most characters of a line that a finding keeps. */
export const widestLine = 200;

/** What is shown of a line. */
export interface LinePart {
  readonly text: string;
  /** 1-based column of the line at which `text` begins; absent when it begins with the line. */
  readonly textFrom?: number;
}

/** The part of a line around a mark, at most `width` characters; the whole line when it is no longer. */
export function partOfLine(line: string, mark: { column: number; length: number }, width = widestLine): LinePart {
  const end = mark.column - 1 + Math.min(mark.length, width / 2);
  if (line.length <= width || end <= width) return { text: line.slice(0, width) };
  // A fifth before the mark is enough to know where one is.
  let start = Math.min(mark.column - 1 - Math.floor(width / 5), line.length - width);
  if (/[\udc00-\udfff]/.test(line[start] ?? '')) start -= 1;
  return { text: line.slice(start, start + width), textFrom: start + 1 };
}
