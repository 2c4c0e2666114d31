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

/** Place of the link or picture of Markdown that holds an address; of the address alone where that stands apart from it. */
export function placeOfAddress(
  source: string,
  { line, firstLine, address }: { line: number; firstLine: number; address: string },
): Place {
  const lines = source.split(/\r\n?|\n/);
  const holds = (text: string): boolean => text.includes(address);
  const below = lines.findIndex((text, index) => index >= line - firstLine && holds(text));
  const index = below === -1 ? lines.findIndex(holds) : below;
  const text = lines[index] ?? lines[line - firstLine] ?? '';
  const at = Math.max(0, text.indexOf(address));
  const start = linkStart(text, at);
  const end = at + address.length + (start < at ? (/^>?\)/.exec(text.slice(at + address.length))?.[0].length ?? 0) : 0);
  return onLine(text, { line: index === -1 ? line : firstLine + index, column: start + 1, length: end - start });
}

/** Where the brackets before an address open on its line; the address itself where there are none. */
function linkStart(text: string, address: number): number {
  const close = /\]\(\s*<?$/.exec(text.slice(0, address))?.index;
  if (close === undefined) return address;
  let depth = 0;
  for (let at = close; at >= 0; at--) {
    if (text[at] === ']') depth++;
    else if (text[at] === '[' && --depth === 0) return text[at - 1] === '!' ? at - 1 : at;
  }
  return address;
}
