// Whether an article that was read anew says to the rest of the site what it said before: same card, same findings.
// Invariant: pure.

import type { Finding } from '../base/findings.ts';
import type { Card } from '../content/card.ts';
import type { FileReport } from './read-content.ts';

/** More files than this are no edit of a person, and to build the whole site is as good. */
export const mostTouched = 50;

type Read = Extract<FileReport, { kind: 'article' }>;

/** True when two readings of one file differ at most in what its own page alone shows. */
export function sameReading(now: Read, before: Read): boolean {
  return sameFindings(now.findings, before.findings) && sameCard(now.card, before.card);
}

/** True when two cards say the same, but for the digest and what is `left` out. */
export function sameCard(a: Card, b: Card, left: Partial<Card> = {}): boolean {
  const rest = { digest: '', ...left };
  return JSON.stringify({ ...a, ...rest }) === JSON.stringify({ ...b, ...rest });
}

/** True when the same is found. */
export function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
