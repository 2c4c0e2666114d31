// What a form sent, made safe to keep: cleaned of control characters and overrides of direction, cut to size.
// Nothing is escaped here and no markup is taken out: text is kept as text, and the pages escape it.
// Invariant: total; whatever was sent, there are fields, or a code that says what is wrong with them.

import { cleanLines, oneLine, slugify } from '../base/text.ts';
import { longestAuthor, longestText } from '../content/comment.ts';
import type { AnswerCode, ReportReason } from './types.ts';

/** What a form sent, cleaned. */
export interface Fields {
  readonly article: string;
  /** Path of the page; null when it cannot be one. */
  readonly page: string | null;
  /** The comment that is answered or reported. */
  readonly comment: string | null;
  readonly author: string;
  readonly text: string;
  readonly reason: ReportReason;
  readonly stamp: string;
  /** What people leave empty. */
  readonly trap: string;
}

const reasons: readonly ReportReason[] = ['insult', 'hate', 'private', 'advert', 'other'];

/** Reads the fields of either form. */
export function readFields(get: (name: string) => string | null): Fields {
  const word = (name: string): string => (get(name) ?? '').slice(0, 400);
  const reason = word('reason') as ReportReason;
  const comment = word('reply') || word('comment');
  return {
    article: slugOf(word('article')),
    page: pagePath(word('page')),
    comment: comment === '' ? null : slugOf(comment) || '-',
    author: oneLine(cleanLines((get('author') ?? '').slice(0, 2000)).normalize('NFC'))
      .text.slice(0, longestAuthor)
      .toWellFormed(),
    text: cleanLines((get('text') ?? '').normalize('NFC')),
    reason: reasons.includes(reason) ? reason : 'other',
    stamp: word('stamp'),
    trap: word('website'),
  };
}

/** Only what is a slug already: anything else belongs to no article and no comment. */
function slugOf(text: string): string {
  return slugify(text) === text ? text : '';
}

/** A path of the site that ends in `.html`, or null. */
function pagePath(text: string): string | null {
  if (!/^\/[^/\\?#<>"\p{Cc}][^\\?#<>"\p{Cc}]*\.html$/u.test(text) || text.includes('//')) return null;
  try {
    const plain = decodeURIComponent(text);
    return /\p{Cc}|\\/u.test(plain) || plain.split('/').some((part) => /^\.\.?$/.test(part)) ? null : text;
  } catch {
    return null;
  }
}

/** What is wrong with a comment, or null. */
export function faultOfComment({ author, text, trap }: Fields): AnswerCode | null {
  if (trap !== '') return 'trap';
  if (text.trim() === '') return 'empty-text';
  if (text.length > longestText) return 'long-text';
  if (!/[\p{L}\p{N}\p{S}]/u.test(author)) return 'empty-author';
  return /[^\s@]@[^\s@]+\.\p{L}{2,}/u.test(author) ? 'author-is-mail' : null;
}

/** What is wrong with a report, or null. */
export function faultOfReport({ comment, text, trap }: Fields): AnswerCode | null {
  if (trap !== '') return 'trap';
  if (comment === null) return 'unknown-comment';
  return text.length > longestText ? 'long-text' : null;
}
