// What cards of many articles have in common is held once. Out of JSON every word comes as a string of its own, and
// every empty list as a list of its own: among a hundred thousand articles that is a third of all memory.
// Invariant: what comes out is equal to what went in.

import type { Card } from '../content/card.ts';
import type { FileReport } from './read-content.ts';

const none: readonly never[] = Object.freeze([]);

/** Keys of a card whose words stand in many others. */
const words = ['section', 'source', 'status', 'type', 'lang'] as const;
const wordLists = ['topics', 'authors', 'securities'] as const;
const lists = ['related', 'redirects', 'links', 'pictures'] as const;

/** Shares what is equal. */
export interface Sharer {
  /** The one string that is equal to a word. */
  readonly word: (word: string) => string;
  /** Rewrites a report, fresh out of JSON, in place; `file` is its path as it is held anyway. */
  readonly report: (report: FileReport, file: string) => FileReport;
}

/** Makes a sharer. */
export function createSharer(): Sharer {
  const held = new Map<string, string>();
  const one = (word: string): string => {
    const known = held.get(word);
    if (known !== undefined) return known;
    held.set(word, word);
    return word;
  };
  const report: Sharer['report'] = (report, file) => {
    const open = report as { -readonly [K in keyof FileReport]: FileReport[K] };
    open.file = file;
    if (open.findings.length === 0) open.findings = none;
    if (report.kind !== 'article') return report;
    const card = report.card as { -readonly [K in keyof Card]: Card[K] };
    card.file = file;
    card.digest = report.digest;
    if (card.slug === card.id) card.slug = card.id;
    for (const key of words) {
      const word = card[key];
      if (word !== null) (card as Record<typeof key, string>)[key] = one(word);
    }
    for (const key of wordLists) card[key] = card[key].length === 0 ? none : card[key].map(one);
    for (const key of lists) if (card[key].length === 0) card[key] = none;
    return report;
  };
  return { word: one, report };
}
