// Bold that CommonMark refuses because a space or a dash stands inside of its marks: `and** Jane Roe** is`. Old editors
// and converters leave many; readers should not see asterisks. Only marks that stand open at the top of a paragraph are
// paired, in their order. Invariant: an odd mark, and one with spaces on both sides (`2 ** 3`), stays text.

import type { Token } from './markdown.ts';

/** Pairs the `**` that are left in the texts of one paragraph. */
export function pairLooseBold(tokens: Token[], make: (type: string, nesting: -1 | 0 | 1) => Token): Token[] {
  const places: { token: number; at: number }[] = [];
  for (const [i, { type, level, content }] of tokens.entries()) {
    if (type !== 'text' || level !== 0) continue;
    for (let at = content.indexOf('**'); at !== -1; at = content.indexOf('**', at + 2)) places.push({ token: i, at });
  }
  if (places.length < 2 || places.length > 200) return tokens;
  const isMark = new Map<number, Map<number, 1 | -1>>();
  const mark = (place: { token: number; at: number }, nesting: 1 | -1): void => {
    isMark.set(place.token, (isMark.get(place.token) ?? new Map<number, 1 | -1>()).set(place.at, nesting));
  };
  for (let i = 0; i + 1 < places.length; i += 2) {
    const [open, close] = [places[i], places[i + 1]] as [(typeof places)[0], (typeof places)[0]];
    const after = (tokens[open.token] as Token).content[open.at + 2] ?? 'x';
    const before = close.at === 0 ? 'x' : ((tokens[close.token] as Token).content[close.at - 1] as string);
    const isEmpty = open.token === close.token && close.at === open.at + 2;
    if (isEmpty || (/\s/.test(after) && /\s/.test(before))) continue;
    mark(open, 1);
    mark(close, -1);
  }
  return tokens.flatMap((token, i) => split(token, isMark.get(i), make));
}

function split(
  token: Token,
  marks: ReadonlyMap<number, 1 | -1> | undefined,
  make: (type: string, nesting: -1 | 0 | 1) => Token,
): Token[] {
  if (marks === undefined) return [token];
  const parts: Token[] = [];
  let done = 0;
  const text = (end: number): void => {
    const part = make('text', 0);
    part.content = token.content.slice(done, end);
    parts.push(part);
  };
  for (const [at, nesting] of marks) {
    text(at);
    parts.push(make(nesting === 1 ? 'strong_open' : 'strong_close', nesting));
    done = at + 2;
  }
  text(token.content.length);
  return parts;
}
