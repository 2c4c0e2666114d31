// A rule of markdown-it: `{title="…"}`, `{:target="_blank"}`, `{: .class}`, `{#id}` and `{.class}` (kramdown,
// markdown-it-attrs, Hugo) behind a link, a picture, a heading or on a line of their own. They are taken out of the text;
// only a title and an id are used. Braces that hold anything else are text.
// Invariant: linear in the length of the braces.

import type { StateInline } from './markdown.ts';

const braces = /\{:?(?:"[^"\n]*"|'[^'\n]*'|[^{}"'\n]){1,400}\}/y;
const part = /[ \t]*(?:\.[^\s{}"'=<>#]+|#([^\s{}"'=<>#]+)|([\w:@-]+)=(?:"([^"]*)"|'([^']*)'|([^\s"'{}<>]+)))/y;
const word = /[ \t]*[\w-]+/y;

interface Attributes {
  readonly end: number;
  readonly title: string | null;
  /** As it was written. */
  readonly id: string | null;
}

/** Reads attributes that begin at `start`; null when the braces are text. */
export function readAttributes(text: string, start: number): Attributes | null {
  braces.lastIndex = start;
  const match = braces.exec(text);
  if (match === null) return null;
  const isKramdown = text[start + 1] === ':';
  const end = start + match[0].length - 1;
  let title: string | null = null;
  let id: string | null = null;
  let at = start + (isKramdown ? 2 : 1);
  let parts = 0;
  while (at < end) {
    part.lastIndex = at;
    const found = part.exec(text);
    if (found !== null && part.lastIndex <= end) {
      id = found[1] ?? id;
      if (found[2]?.toLowerCase() === 'title') title = found[3] ?? found[4] ?? found[5] ?? null;
      at = part.lastIndex;
      parts++;
      continue;
    }
    word.lastIndex = at;
    if (isKramdown && word.test(text) && word.lastIndex <= end) {
      at = word.lastIndex;
      parts++;
      continue;
    }
    if (text.slice(at, end).trim() !== '') return null;
    at = end;
  }
  return parts > 0 ? { end: end + 1, title, id } : null;
}

const closers = new Set([')', ']', '*', '_', '`', '>', '"', '”', '»']);

/** The inline rule. */
export function attributeRule(state: StateInline, isSilent: boolean): boolean {
  const { pos, src } = state;
  if (src.charCodeAt(pos) !== 0x7b) return false;
  const found = readAttributes(src, pos);
  if (found === null || found.end > state.posMax) return false;
  const before = pos === 0 ? '\n' : (src[pos - 1] as string);
  const endsLine = found.end === src.length || src[found.end] === '\n';
  const follows = closers.has(before);
  const isId = src[pos + 1] === '#' && before === ' ';
  if (!follows && !isId && !(endsLine && (before === '\n' || before === ' '))) return false;
  if (!isSilent) {
    if (!follows) state.pending = state.pending.replace(/ +$/, '');
    if (found.title !== null && state.pending === '') giveTitle(state, found.title);
    if (found.id !== null) state.push('own_id', '', 0).meta = { id: found.id };
  }
  state.pos = found.end;
  return true;
}

/** Gives the title to the link or picture that ends just before the braces. */
function giveTitle(state: StateInline, title: string): void {
  const last = state.tokens.at(-1);
  if (last?.type === 'image') last.attrSet('title', title);
  if (last?.type !== 'link_close') return;
  for (let i = state.tokens.length - 2; i >= 0; i--) {
    const token = state.tokens[i];
    if (token?.type === 'link_open') return token.attrSet('title', title);
  }
}
