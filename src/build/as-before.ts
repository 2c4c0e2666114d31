// Whether an article that was read anew says to the rest of the site what it said before: same card, same findings.
// Invariant: pure.

import { type Finding, findingsAt } from '../base/findings.ts';
import type { Card } from '../content/card.ts';
import type { FileReport } from './read-content.ts';

/** More files than this are no edit of a person, and to build the whole site is as good. */
export const mostTouched = 50;

type Read = Extract<FileReport, { kind: 'article' }>;
type Said = { readonly findings: readonly Finding[] };

/** True when two readings of one file differ, at an instant (ms), at most in what its own page alone shows. */
export function sameReading({ now, before, at }: { now: Read; before: Read; at: number }): boolean {
  return sameFindings({ now, before, at }) && sameCard(now.card, before.card);
}

/** True when two cards say the same, but for the digest and what is `left` out. */
export function sameCard(a: Card, b: Card, left: Partial<Card> = {}): boolean {
  const rest = { digest: '', ...left };
  return JSON.stringify({ ...a, ...rest }) === JSON.stringify({ ...b, ...rest });
}

/** True when the same is found at an instant (ms). */
export function sameFindings({ now, before, at }: { now: Said; before: Said; at: number }): boolean {
  return JSON.stringify(findingsAt(now.findings, at)) === JSON.stringify(findingsAt(before.findings, at));
}
