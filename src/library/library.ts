// Builds the library: which articles are visible at one instant, where they stand, and in which lists.
// Pure: it reads no file and no clock, and knows nothing of HTML.
// Invariant: nothing of a withheld article gets into the result; its address only makes links to it go out.

import type { Finding } from '../base/findings.ts';
import type { Card } from '../content/card.ts';
import type { PageFile } from '../content/types.ts';
import { addressKey, addressOf, articlePath, isReserved, pagePath } from './addresses.ts';
import { settleRedirects } from './former-addresses.ts';
import type { Holdings } from './holdings.ts';
import { createGuide } from './links.ts';
import { openShelves } from './shelving.ts';
import { buildThreads } from './threads.ts';
import type { Library, List, SitePage, Tombstone } from './types.ts';
import { isSaid, isWithdrawn, partByVisibility } from './visibility.ts';

/** A library, what was found while it was built, and the files that had to be refused. */
export interface Built {
  readonly library: Library;
  readonly findings: readonly Finding[];
  /** Files refused because another one stands at their address. */
  readonly refused: readonly string[];
  /** Pages that are not published for the same reason, or because their address is kept for the program. */
  readonly refusedPages: readonly string[];
  readonly withheld: number;
}

/** Builds the library for the instant `at` (ms). */
export function buildLibrary(holdings: Holdings, at: number): Built {
  const { settings } = holdings;
  const findings: Finding[] = [];
  const [visible, withheld] = partByVisibility(holdings.articles, at);
  const [visiblePages, withheldPages] = partByVisibility(holdings.pages, at);
  const { kept, refused } = settleAddresses(visible, findings);
  kept.sort((a, b) => b.card.date.at - a.card.date.at || (a.path < b.path ? -1 : 1));

  const shelves = openShelves(holdings, findings);
  const entries = kept.map(({ card, path }, rank) => shelves.put(card, { path, rank }));
  const pages = placePages(visiblePages, shelves.allSections(), findings);
  const shown = shelves.shown();
  const lists = [...shown.section, ...shown.topic, ...shown.source, ...shown.author, ...shown.security];
  const placed = { entries, pages, lists, sections: shown.section };
  const redirects = settleRedirects(placed, findings);
  const ground = { ...placed, redirects, withheld, withheldPages, settings, statics: holdings.statics ?? null };
  const guide = createGuide(ground, findings);
  // Their pages ask for each link when they are drawn; here its finding is made.
  for (const { page } of pages) guide.links(page);
  for (const { term } of lists) if (term) guide.links(term);
  return {
    library: {
      settings,
      at,
      entries,
      sections: shown.section,
      topics: shown.topic,
      sources: shown.source,
      authors: shown.author,
      securities: shown.security,
      pages,
      redirects,
      tombstones: placeNotices(withheld, [...entries, ...pages, ...redirects], at),
      byId: guide.byId,
      links: entries.map((entry) => guide.links(entry.card)),
      picked: entries.map((entry) => guide.picked(entry)),
      threads: buildThreads({ ...holdings, entries, byId: guide.byId, at }, findings),
      leadsTo: guide.leadsTo,
    },
    findings,
    refused,
    refusedPages: visiblePages.filter((page) => !pages.some((placed) => placed.page === page)).map(({ file }) => file),
    withheld: withheld.length,
  };
}

/** Two articles at one address: the older date, then the first path, is published; the others are refused. */
function settleAddresses(
  cards: readonly Card[],
  findings: Finding[],
): { kept: { card: Card; path: string }[]; refused: string[] } {
  const owners = new Map<string, { card: Card; path: string }>();
  const refused: string[] = [];
  for (const card of cards) {
    const path = articlePath(card);
    const key = addressKey(path);
    const other = owners.get(key);
    const mine = { card, path };
    if (!other) {
      owners.set(key, mine);
      continue;
    }
    const [first, second] = comesFirst(card, other.card) ? [mine, other] : [other, mine];
    owners.set(key, first);
    refused.push(second.card.file);
    findings.push({
      code: 'same-address',
      severity: 'error',
      file: second.card.file,
      message: `${second.path} is already the address of ${first.card.file}; this article is not published.`,
      hint: 'Give one of the two another slug: or another day.',
      seek: { key: 'slug' },
    });
  }
  return { kept: [...owners.values()], refused };
}

function comesFirst(a: Card, b: Card): boolean {
  return a.date.at === b.date.at ? a.file < b.file : a.date.at < b.date.at;
}

/** Pages stand at the root; a section or a reserved name wins. */
function placePages(pages: readonly PageFile[], sections: readonly List[], findings: Finding[]): SitePage[] {
  const placed: SitePage[] = [];
  const owners = new Map(sections.map((list) => [addressKey(list.path), list.term?.file || 'a section'] as const));
  for (const page of pages.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
    const path = pagePath(page);
    const owner = isReserved(page.slug) ? 'the program' : owners.get(addressKey(path));
    if (owner) {
      const message = `${path} belongs to ${owner}; this page is not published.`;
      const code = isReserved(page.slug) ? 'reserved-address' : 'same-address';
      const hint = 'Give the page another slug.';
      findings.push({ code, severity: 'error', file: page.file, message, hint, seek: { key: 'slug' } });
      continue;
    }
    owners.set(addressKey(path), page.file);
    placed.push({ page, path, url: addressOf(path) });
  }
  return placed.toSorted((a, b) => a.page.order - b.page.order || (a.page.title < b.page.title ? -1 : 1));
}

/** Notices of withdrawn articles, one at an address; what is placed has something to show there. */
function placeNotices(
  withheld: readonly Card[],
  placed: readonly { readonly path: string }[],
  at: number,
): Tombstone[] {
  const withdrawn = withheld.filter((card) => isWithdrawn(card, at));
  if (withdrawn.length === 0) return [];
  const taken = new Set(placed.map(({ path }) => addressKey(path)));
  const notices = new Map<string, Tombstone>();
  for (const card of withdrawn) {
    const path = articlePath(card);
    const key = addressKey(path);
    if (taken.has(key)) continue;
    const { withdrawal } = card;
    notices.set(key, { path, url: addressOf(path), withdrawal: isSaid(withdrawal, at) ? withdrawal : null });
  }
  return [...notices.values()];
}
