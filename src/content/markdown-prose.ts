// Most dispatches are paragraphs and nothing else. Their blocks need none of markdown-it's rules, and are found here in a
// fraction of the time. Whatever could begin another kind of block is left to markdown-it.
// Invariant: the tokens are those that markdown-it makes.

import type { Token } from './markdown.ts';

/** A line that does not begin as prose does: with a letter, a number (no `1.`), or a mark that opens speech. */
const otherLine = /(?:^|\n)(?!$|\n|[\p{L}«“”"’‘'(…–—]|\d+[^\d.)\n])/u;

/** The tokens of a text whose lines all begin as prose does; null for any other. Lines end in LF. */
export function proseBlocks(
  text: string,
  makeToken: (type: string, tag: string, nesting: -1 | 0 | 1) => Token,
): Token[] | null {
  if (otherLine.test(text)) return null;
  const tokens: Token[] = [];
  const push = (token: Token, level: number): Token => {
    token.block = true;
    token.level = level;
    tokens.push(token);
    return token;
  };
  let line = 0;
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) === lineEnd) {
      at++;
      line++;
      continue;
    }
    const gap = text.indexOf('\n\n', at);
    const end = gap === -1 ? text.length : gap;
    const content = text.slice(at, lastWord(text, end));
    const next = line + linesOf(content);
    push(makeToken('paragraph_open', 'p', 1), 0).map = [line, next];
    const words = push(makeToken('inline', '', 0), 1);
    words.content = content;
    words.map = [line, next];
    words.children = [];
    push(makeToken('paragraph_close', 'p', -1), 0);
    at = end;
    line = next - 1;
  }
  return tokens;
}

const lineEnd = 10;

/** Where a text that ends at `end` ends without the spaces behind it. */
function lastWord(text: string, end: number): number {
  let last = end;
  while (isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function linesOf(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
