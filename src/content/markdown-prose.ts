// Most dispatches are paragraphs, with a heading or a quote here and there. Such blocks need none of markdown-it's rules,
// and are found here in a fraction of the time. A text with anything else is left to markdown-it as a whole.
// Invariant: the tokens are those that markdown-it makes.

import type { Token } from './markdown.ts';

type MakeToken = (type: string, tag: string, nesting: -1 | 0 | 1) => Token;

/** How prose begins: with a letter, a number (no `1.`), or a mark that opens speech. */
const beginning = String.raw`[\p{L}«“”"’‘'(…–—]|\d+[^\d.)\n]`;
/** How a line begins that is empty or prose, or begins a heading or a quote. */
const ownLine = new RegExp(String.raw`$|\n|(?:#{1,6} |> )?(?:${beginning})`, 'uy');
/** A heading without marks behind it. */
const heading = /^(#{1,6}) ([^\n]*[^\n#\s])$/;
const lineEnd = 10;

/** The tokens of a text of paragraphs, headings and quotes of one paragraph; null for any other. Lines end in LF. */
export function proseBlocks(text: string, makeToken: MakeToken): Token[] | null {
  if (!hasOwnLines(text)) return null;
  const place: Place = { tokens: [], makeToken };
  let line = 0;
  for (let at = 0; at < text.length;) {
    if (text.charCodeAt(at) === lineEnd) {
      at++;
      line++;
      continue;
    }
    const gap = text.indexOf('\n\n', at);
    const end = gap === -1 ? text.length : gap;
    const block = text.slice(at, lastWord(text, end));
    const lines = countLines(block);
    if (!addBlock(block, [line, line + lines], place)) return null;
    at = end;
    line += lines - 1;
  }
  return place.tokens;
}

function hasOwnLines(text: string): boolean {
  for (let at = 0; ;) {
    ownLine.lastIndex = at;
    if (!ownLine.test(text)) return false;
    at = text.indexOf('\n', at) + 1;
    if (at === 0) return true;
  }
}

interface Place {
  readonly tokens: Token[];
  readonly makeToken: MakeToken;
}

/** Adds the tokens of lines between two empty ones; false when they are more than one block. */
function addBlock(block: string, map: Lines, place: Place): boolean {
  if (block.startsWith('> ')) return addQuote(block, map, place);
  if (block.includes('\n#') || block.includes('\n> ')) return false;
  if (!block.startsWith('#')) {
    addText(paragraph, block, { map, level: 0 }, place);
    return true;
  }
  const [, markup, words] = heading.exec(block) ?? [];
  if (markup === undefined || words === undefined) return false;
  addText({ type: 'heading', tag: `h${markup.length}`, markup }, words, { map, level: 0 }, place);
  return true;
}

/** A quote each of whose lines is marked. */
function addQuote(block: string, map: Lines, place: Place): boolean {
  const lines = block.split('\n');
  if (!lines.every((line) => line.startsWith('> '))) return false;
  add(quote, 1, { map, level: 0 }, place);
  addText(paragraph, lines.map((line) => line.slice(2)).join('\n'), { map, level: 1 }, place);
  add(quote, -1, { map: null, level: 0 }, place);
  return true;
}

interface Kind {
  readonly type: string;
  readonly tag: string;
  readonly markup: string;
}

const paragraph: Kind = { type: 'paragraph', tag: 'p', markup: '' };
const quote: Kind = { type: 'blockquote', tag: 'blockquote', markup: '>' };

/** The first line of a block, and the one behind its last. */
type Lines = readonly [number, number];

/** A block of one text. */
function addText(kind: Kind, content: string, at: { map: Lines; level: number }, place: Place): void {
  add(kind, 1, at, place);
  const token = addToken(place.makeToken('inline', '', 0), { map: at.map, level: at.level + 1 }, place);
  token.content = content;
  token.children = [];
  add(kind, -1, { map: null, level: at.level }, place);
}

function add(kind: Kind, nesting: 1 | -1, at: { map: Lines | null; level: number }, place: Place): void {
  const type = `${kind.type}_${nesting === 1 ? 'open' : 'close'}`;
  addToken(place.makeToken(type, kind.tag, nesting), at, place).markup = kind.markup;
}

function addToken(token: Token, { map, level }: { map: Lines | null; level: number }, { tokens }: Place): Token {
  token.block = true;
  token.level = level;
  token.map = map && [...map];
  tokens.push(token);
  return token;
}

/** Where a text that ends at `end` ends without the spaces behind it. */
function lastWord(text: string, end: number): number {
  let last = end;
  while (isSpace(text.charCodeAt(last - 1))) last--;
  return last;
}

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
