// Which parts of a body are code, where shortcodes are text, and which are HTML, where Markdown would not be read.
// It is asked only for bodies in which a shortcode may stand. Offsets are UTF-16 units of the body as written.
// Invariant: ranges are sorted and do not overlap.

import { parseBlocks } from './markdown.ts';

/** Begin (inclusive) and end (exclusive). */
type Range = readonly [number, number];

export interface Regions {
  /** End of the code block that holds an offset; 0 when it is not in one. */
  codeEnd(offset: number): number;
  /** True within a block of raw HTML. */
  isHtml(offset: number): boolean;
}

/** Finds the regions of a body. */
export function findRegions(source: string): Regions {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  const offset = (line: number): number => starts[line] ?? source.length;
  const code: Range[] = [];
  const html: Range[] = [];
  for (const { type, map } of parseBlocks(source, {})) {
    if (map === null) continue;
    if (type === 'fence' || type === 'code_block') code.push([offset(map[0]), offset(map[1])]);
    else if (type === 'html_block') html.push([offset(map[0]), offset(map[1])]);
  }
  return {
    codeEnd: (at) => holding(code, at)?.[1] ?? 0,
    isHtml: (at) => holding(html, at) !== undefined,
  };
}

function holding(ranges: readonly Range[], at: number): Range | undefined {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Range;
    if (at < range[0]) high = middle - 1;
    else if (at >= range[1]) low = middle + 1;
    else return range;
  }
  return undefined;
}
