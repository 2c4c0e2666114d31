// Three rules of markdown-it. One stands behind its own for links: those that CommonMark refuses because their address holds
// spaces, or is not there but for a title: `[write](mailto:a@b.org?subject=Two words)`, `[more]( "Title")`. Readers
// should not see brackets. Another does the same for pictures, the third takes empty bold off the
// head of a text.
// Invariant: only addresses that cannot be prose are taken; `[x](as the saying goes)` stays text.

import type { StateInline } from './markdown.ts';

const label = '\\[([^\\[\\]\\n]{1,300})\\]';
const address = '((?:mailto:|https?://|/|\\.{0,2}/?[\\w%/.-]+\\.md)[^()<>"\\n]{0,400}?)?';
const shape = new RegExp(`${label}\\([ \\t]*${address}[ \\t]*(?:["“]([^"”()\\n]{0,200})["”])?[ \\t]*\\)`, 'y');

/** The inline rule. */
export function looseLinkRule(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.linkLevel > 0) return false;
  shape.lastIndex = state.pos;
  const match = shape.exec(state.src);
  if (match === null || shape.lastIndex > state.posMax) return false;
  const [whole, text, href, title] = match as unknown as [string, string, string?, string?];
  if (href === undefined && title === undefined) return false;
  const { pos, posMax } = state;
  if (!isSilent) {
    const open = state.push('link_open', 'a', 1);
    open.attrs = [['href', (href ?? '').trim()]];
    if (title !== undefined) open.attrs.push(['title', title]);
    state.linkLevel++;
    state.pos = pos + 1;
    state.posMax = pos + 1 + text.length;
    state.md.inline.tokenize(state);
    state.linkLevel--;
    state.push('link_close', 'a', -1);
  }
  state.pos = pos + whole.length;
  state.posMax = posMax;
  return true;
}

/** `****Text`: bold around nothing, which old editors leave at the head of a paragraph. */
export function emptyEmphasisRule(state: StateInline, isSilent: boolean): boolean {
  if (state.pos !== 0 || isSilent || !/^\*{4}[^\s*]/.test(state.src)) return false;
  if (state.src.includes('****', 4)) return false;
  state.pos = 4;
  return true;
}

const picture = new RegExp(
  `!${label}\\([ \\t]*([^()<>"\\n]{1,300}\\.(?:jpe?g|png|gif|webp|avif|svg|tiff?))[ \\t]*(?:"([^"\\n]{0,500})")?[ \\t]*\\)`,
  'iy',
);

/** A picture whose file name holds spaces, as cameras and telephones write them: `![Le pont](ma photo.jpg)`. */
export function looseImageRule(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x21) return false;
  picture.lastIndex = state.pos;
  const match = picture.exec(state.src);
  if (match === null || picture.lastIndex > state.posMax) return false;
  const [whole, text, src, title] = match as unknown as [string, string, string, string?];
  if (!isSilent) {
    const token = state.push('image', 'img', 0);
    token.attrs = [['src', src.trim()], ['alt', '']]; // prettier-ignore
    if (title !== undefined) token.attrs.push(['title', title]);
    token.content = text;
    token.children = [];
    state.md.inline.parse(text, state.md, state.env, token.children);
  }
  state.pos += whole.length;
  return true;
}
