// Who may be seen, and when. One function of an article and an instant, asked once, when the library is built.
// Invariant: visible from max(date, embargo), inclusive, until `expires`, exclusive, and only when live.

import type { Article } from '../content/types.ts';

/** The first instant (ms) at which a live article is public. */
export function visibleFrom(article: Article): number {
  return Math.max(article.date.at, article.embargo?.at ?? -Infinity);
}

/** True when the article is public at the instant `at` (ms). */
export function isVisible(article: Article, at: number): boolean {
  return article.status === 'live' && visibleFrom(article) <= at && at < (article.expires?.at ?? Infinity);
}

/** True for a withdrawn article that had been public: it leaves a tombstone. */
export function isWithdrawn(article: Article, at: number): boolean {
  return article.status === 'withdrawn' && visibleFrom(article) <= at;
}

/** The next instant (ms) after `at` at which an article appears or disappears by itself, or null. */
export function nextChange(articles: readonly Article[], at: number): number | null {
  let next = Infinity;
  for (const article of articles) {
    if (article.status !== 'live') continue;
    const from = visibleFrom(article);
    const until = article.expires?.at ?? Infinity;
    if (until <= from) continue;
    if (from > at && from < next) next = from;
    if (until > at && until < next) next = until;
    if (isBanner(article, at) && article.until && article.until.at < next) next = article.until.at;
  }
  return next === Infinity ? null : next;
}

/** True while the article is the banner above every page: urgency 1, until the instant that its author set. */
export function isBanner({ urgency, until }: Article, at: number): boolean {
  return urgency === 1 && until !== null && at < until.at;
}
