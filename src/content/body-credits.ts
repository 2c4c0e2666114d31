// Takes the credit line out of a body's tokens: the last paragraph, when it is wholly in parentheses and certain.
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
  if (inline?.type !== 'inline' || !/^[*_]{0,3}\\?[([]/.test(inline.content)) return null;
  const children = inline.children?.length ? inline.children : parseInline(inline.content, env);
  const found = findCredits(textOf(children));
  if (found !== null) tokens.splice(last - 2, 3);
  return found;
}
