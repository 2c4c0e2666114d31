// Takes the credit line out of a body's tokens: the last paragraph when it is wholly in parentheses and certain,
// or the parentheses that end it.
// scan and render both come here, so that the line is never shown twice and never lost.
// Invariant: tokens are changed only when a credit line was found.

import { findCredits } from './credits.ts';
import { parseInline, type Env, type Token } from './markdown.ts';
import { paragraphsOfHtml, textOf } from './plain-text.ts';
import type { Credit } from './types.ts';

const lastParagraph = /<p\b[^<>]*>(?:(?!<\/?p\b)[\s\S])*<\/p\s*>\s*(?:<\/div>\s*)*$/i;

/** The credit line and its roles, taken out of `tokens`; null when there is none. */
export function takeCredits(tokens: Token[], env: Env): { line: string; credits: readonly Credit[] } | null {
  const last = tokens.length - 1;
  const token = tokens[last];
  if (token?.type === 'html_block') {
    const content = token.content.length > 100_000 ? '' : token.content;
    const start = content.lastIndexOf('<p');
    const match = start === -1 ? null : lastParagraph.exec(content.slice(start));
    const text = match === null ? undefined : paragraphsOfHtml(match[0])[0];
    const found = text === undefined ? null : findCredits(text);
    if (found !== null && match !== null)
      token.content = content.slice(0, start) + content.slice(start).replace(/^[\s\S]*<\/p\s*>/i, '');
    return found;
  }
  if (token?.type !== 'paragraph_close' || token.level !== 0) return null;
  const inline = tokens[last - 1];
  if (inline?.type !== 'inline') return null;
  if (!/^[*_]{0,3}\\?[([]/.test(inline.content)) return takeEnd(inline, env);
  const children = inline.children?.length ? inline.children : parseInline(inline.content, env);
  const found = findCredits(textOf(children));
  if (found !== null) tokens.splice(last - 2, 3);
  return found;
}

const lastSentence = /(?<=[.!?…»”"])[ \u00a0](\([^()*_`[\]<>&\\]{8,400}\)\.?)$/;

/** A credit line that ends the last paragraph: on a line of its own, or behind the last sentence. */
function takeEnd(inline: Token, env: Env): { line: string; credits: readonly Credit[] } | null {
  const { content } = inline;
  if (!/\)[.*_]{0,4}$/.test(content)) return null;
  const newline = content.lastIndexOf('\n');
  const line = newline === -1 ? '' : content.slice(newline + 1).trim();
  if (/^[*_]{0,3}\(/.test(line) && !line.includes('[^')) {
    const found = findCredits(textOf(parseInline(line, env)));
    return found !== null && cutChildren(inline, isBreak) ? cutContent(inline, newline, found) : null;
  }
  const match = lastSentence.exec(content);
  const found = match === null ? null : findCredits(match[1] as string);
  if (match === null || found === null) return null;
  const last = inline.children?.at(-1);
  if (last !== undefined && !last.content.endsWith(match[0])) return null;
  if (last !== undefined) last.content = last.content.slice(0, -match[0].length);
  return cutContent(inline, match.index, found);
}

const isBreak = ({ type }: Token): boolean => type === 'softbreak' || type === 'hardbreak';

/** Cuts what was parsed at the last token of a kind; false when there is none, or markup is open there. */
function cutChildren(inline: Token, isEnd: (token: Token) => boolean): boolean {
  if (!inline.children?.length) return true;
  const at = inline.children.findLastIndex(isEnd);
  const kept = inline.children.slice(0, Math.max(0, at));
  if (at === -1 || kept.reduce((level, { nesting }) => level + nesting, 0) !== 0) return false;
  inline.children = kept;
  return true;
}

function cutContent<T>(inline: Token, at: number, found: T): T {
  inline.content = inline.content.slice(0, at).replace(/\\?\s*$/, '');
  return found;
}
