// Who may be seen, and when. One function of an article and an instant, asked once, when the library is built.
// Invariant: visible from max(date, embargo), inclusive, until `expires`, exclusive, and only when live.

import type { Card } from '../content/card.ts';

/** The first instant (ms) at which a live article is public. */
export function visibleFrom(card: Card): number {
  return Math.max(card.date.at, card.embargo?.at ?? -Infinity);
}

/** True when the article is public at the instant `at` (ms). */
export function isVisible(card: Card, at: number): boolean {
  return card.status === 'live' && visibleFrom(card) <= at && at < (card.expires?.at ?? Infinity);
}

/** True for a withdrawn article that had been public: it leaves a tombstone. */
export function isWithdrawn(card: Card, at: number): boolean {
  return card.status === 'withdrawn' && visibleFrom(card) <= at;
}

/** The next instant (ms) after `at` at which an article, or its notice, appears or disappears by itself, or null. */
export function nextChange(cards: readonly Card[], at: number): number | null {
  let next = Infinity;
  for (const card of cards) {
    if (card.status === 'draft') continue;
    const from = visibleFrom(card);
    if (card.status === 'withdrawn') {
      if (from > at && from < next) next = from;
      continue;
    }
    const until = card.expires?.at ?? Infinity;
    if (until <= from) continue;
    if (from > at && from < next) next = from;
    if (until > at && until < next) next = until;
    if (isBanner(card, at) && card.until && card.until.at < next) next = card.until.at;
  }
  return next === Infinity ? null : next;
}

/** True while the article is the banner above every page: urgency 1, until the instant that its author set. */
export function isBanner({ urgency, until }: Card, at: number): boolean {
  return urgency === 1 && until !== null && at < until.at;
}
