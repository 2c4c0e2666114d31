// Who may be seen, and when. One function of an article and an instant, asked once, when the library is built.
// Invariant: visible from max(date, embargo), inclusive, until `expires`, exclusive, and only when live.

import type { Card } from '../content/card.ts';
import type { Correction, Moment } from '../content/types.ts';

/** What decides when something may be seen: of an article, or of a static page, which may have no date. */
export interface Shown extends Pick<Card, 'status' | 'embargo' | 'expires'> {
  readonly date: Moment | null;
}

/** The first instant (ms) at which something live is public. */
export function visibleFrom({ date, embargo }: Shown): number {
  return Math.max(date?.at ?? -Infinity, embargo?.at ?? -Infinity);
}

/** True when it is public at the instant `at` (ms). */
export function isVisible(shown: Shown, at: number): boolean {
  return shown.status === 'live' && visibleFrom(shown) <= at && at < (shown.expires?.at ?? Infinity);
}

/** What may be seen at the instant `at` (ms), and what may not. */
export function partByVisibility<T extends Shown>(
  all: readonly T[],
  at: number,
): readonly [visible: T[], withheld: T[]] {
  const visible: T[] = [];
  const withheld: T[] = [];
  for (const one of all) (isVisible(one, at) ? visible : withheld).push(one);
  return [visible, withheld];
}

/** True for a withdrawn article that had been public: it leaves a tombstone. */
export function isWithdrawn(card: Card, at: number): boolean {
  return card.status === 'withdrawn' && visibleFrom(card) <= at;
}

/** True when the notice of a withdrawn article says why: a reason with a date is not said before it. */
export function isSaid(reason: Correction | null, at: number): boolean {
  return reason !== null && (reason.date?.at ?? -Infinity) <= at;
}

/** The next instant (ms) after `at` at which an article, its notice, or a page appears or disappears by itself, or null. */
export function nextChange(cards: readonly Card[], pages: readonly Shown[], at: number): number | null {
  let next = Infinity;
  const consider = (instant: number): void => {
    if (instant > at && instant < next) next = instant;
  };
  const appears = (shown: Shown): boolean => {
    const from = visibleFrom(shown);
    const until = shown.expires?.at ?? Infinity;
    if (shown.status !== 'live' || until <= from) return false;
    consider(from);
    consider(until);
    return true;
  };
  for (const card of cards) {
    if (card.status === 'withdrawn') {
      consider(visibleFrom(card));
      if (card.withdrawal?.date) consider(card.withdrawal.date.at);
    } else if (appears(card) && isBanner(card, at) && card.until) consider(card.until.at);
  }
  for (const page of pages) appears(page);
  return next === Infinity ? null : next;
}

/** True while the article is the banner above every page: urgency 1, until the instant that its author set. */
export function isBanner({ urgency, until }: Card, at: number): boolean {
  return urgency === 1 && until !== null && at < until.at;
}
