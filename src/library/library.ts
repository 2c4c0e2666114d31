// Builds the library: which articles are visible at one instant, where they stand, and in which lists.
// Pure: it reads no file and no clock, and knows nothing of HTML.
// Invariant: nothing of a withheld article gets into the result; its address only makes links to it go out.

import { Recent } from '../base/recent.ts';
import type { Finding } from '../base/findings.ts';
import { didYouMean, nearest, sentences } from '../base/text.ts';
import type { Card } from '../content/card.ts';
import type { Comment, PageFile, SiteSettings, Term, ThreadFile } from '../content/types.ts';
import { addressKey, addressOf, articlePath, isReserved, pagePath } from './addresses.ts';
import { settleRedirects } from './former-addresses.ts';
import { createGuide } from './links.ts';
import { createNearIds, type NearIds } from './near-ids.ts';
import { createShelf, type Shelf } from './shelves.ts';
import { buildThreads } from './threads.ts';
import type { Entry, Library, List, ListKind, SitePage, Tombstone } from './types.ts';
import { isSaid, isWithdrawn, partByVisibility } from './visibility.ts';

/** All values of one site, as read. */
export interface Holdings {
  readonly settings: SiteSettings;
  readonly articles: readonly Card[];
  readonly terms: Readonly<Record<ListKind, readonly Term[]>>;
  readonly pages: readonly PageFile[];
  readonly comments: readonly Comment[];
  readonly threadFiles: readonly ThreadFile[];
  /** Keys (`addressKey`) of the addresses of static/; unknown when absent. */
  readonly statics?: ReadonlySet<string>;
}

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

/** The section of articles that name none, where the site declares none either. */
const defaultSection = (lang: string): string => (lang.startsWith('fr') ? 'Actualités' : 'News');

/** Builds the library for the instant `at` (ms). */
export function buildLibrary(holdings: Holdings, at: number): Built {
  const { settings } = holdings;
  const findings: Finding[] = [];
  const [visible, withheld] = partByVisibility(holdings.articles, at);
  const [visiblePages, withheldPages] = partByVisibility(holdings.pages, at);
  const { kept, refused } = settleAddresses(visible, findings);
  kept.sort((a, b) => b.card.date.at - a.card.date.at || (a.path < b.path ? -1 : 1));

  const { lang } = settings;
  const shelf = (kind: ListKind, terms = holdings.terms[kind]): Shelf => createShelf({ kind, terms, lang });
  const shelves: Record<ListKind, Shelf> = {
    section: shelf('section', sectionTerms(holdings)),
    topic: shelf('topic'),
    source: shelf('source'),
    author: shelf('author'),
    security: shelf('security'),
  };
  const declared = declaredSections(holdings, shelves.section);
  const share = createListSharer();
  const nearIds = createNearIds(holdings.terms);
  const entries = kept.map(({ card, path }, rank) =>
    shelve({ card, path, rank, shelves, declared, share, nearIds, settings, findings }),
  );

  const pages = placePages(visiblePages, shelves.section, findings);
  const notices = withheld
    .filter((card) => isWithdrawn(card, at))
    .map((card): Tombstone => {
      const path = articlePath(card);
      const { withdrawal } = card;
      return { path, url: addressOf(path), withdrawal: isSaid(withdrawal, at) ? withdrawal : null };
    });
  const filled = (kind: ListKind): readonly List[] => shelves[kind].lists().filter((list) => list.entries.length > 0);
  const sections = [...declared, ...filled('section').filter((list) => !declared.includes(list))];
  const lists = [...sections, ...filled('topic'), ...filled('source'), ...filled('author'), ...filled('security')];
  const redirects = settleRedirects({ entries, lists, pages }, findings);
  const taken = new Set([...entries, ...pages, ...redirects].map(({ path }) => addressKey(path)));
  const tombstones = notices.filter(({ path }) => !taken.has(addressKey(path)));
  const { statics = null } = holdings;
  const ground = { entries, pages, redirects, withheld, withheldPages, settings, sections, lists, statics };
  const guide = createGuide(ground, findings);
  // Their pages ask for each link when they are drawn; here its finding is made.
  for (const { page } of pages) guide.links(page);
  for (const { term } of lists) if (term) guide.links(term);
  return {
    library: {
      settings,
      at,
      entries,
      sections,
      topics: filled('topic'),
      sources: filled('source'),
      authors: filled('author'),
      securities: filled('security'),
      pages,
      redirects,
      tombstones: dedupe(tombstones),
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

/** Section files, and a nameless one for each id that only site.md lists. */
function sectionTerms({ settings, terms }: Holdings): readonly Term[] {
  const files = new Set(terms.section.map((term) => term.id));
  return [...terms.section, ...settings.sections.filter((id) => !files.has(id)).map(bareTerm)];
}

function bareTerm(id: string): Term {
  const none = { summary: null, body: '', role: null, address: null, rights: null, sourceKind: null };
  const nothing = { ...none, links: [], pictures: [], typography: 'set' as const };
  return { file: '', digest: '', id, name: capitalise(id), ...nothing, isin: null, ticker: null, market: null };
}

const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).replaceAll('-', ' ');

function declaredSections({ settings, terms }: Holdings, shelf: Shelf): List[] {
  const ids = [...settings.sections, ...terms.section.map((term) => term.id).toSorted()];
  const lists = ids.map((id) => shelf.find(id)).filter((list) => list !== null);
  return [...new Set(lists)];
}

interface Shelving {
  readonly card: Card;
  readonly path: string;
  readonly rank: number;
  readonly shelves: Readonly<Record<ListKind, Shelf>>;
  readonly declared: readonly List[];
  /** The one array that is equal to these lists of a kind. */
  readonly share: (kind: ListKind, lists: readonly List[]) => readonly List[];
  readonly nearIds: NearIds;
  readonly settings: SiteSettings;
  readonly findings: Finding[];
}

const none: readonly List[] = [];

/** Many articles stand in the same few lists; what is equal is held once, while it is asked for. */
function createListSharer(): Shelving['share'] {
  const recent = new Recent<string, readonly List[]>(1000);
  // The copy has no room for more.
  return (kind, lists) => recent.get(`${kind} ${lists.map(({ id }) => id).join(' ')}`, () => lists.slice());
}

/** Makes the entry of one article and puts it on its shelves. */
function shelve({ card, path, rank, shelves, declared, share, nearIds, settings, findings }: Shelving): Entry {
  const named: { shelf: Shelf; list: List; word: string }[] = [];
  const lists = (kind: ListKind, words: readonly string[]): readonly List[] => {
    if (words.length === 0) return none;
    const found: List[] = [];
    for (const word of words) {
      const list = shelves[kind].list(word);
      if (!list || found.includes(list)) continue;
      found.push(list);
      const slip = nearIds({ list, word, file: card.file });
      if (slip !== null) findings.push(slip);
      named.push({ shelf: shelves[kind], list, word });
    }
    return share(kind, found);
  };
  const section = sectionOf({ card, shelf: shelves.section, declared, settings, findings });
  named.push({ shelf: shelves.section, list: section.list, word: section.word });
  const entry: Entry = {
    card,
    path,
    url: addressOf(path),
    section: section.list,
    topics: lists('topic', card.topics),
    source: (card.source && lists('source', [card.source])[0]) || null,
    authors: lists('author', card.authors),
    securities: lists('security', card.securities),
    rank,
  };
  for (const { shelf, list, word } of named) shelf.put(list, entry, word);
  return entry;
}

function sectionOf(input: Omit<Shelving, 'path' | 'rank' | 'shelves' | 'share' | 'nearIds'> & { shelf: Shelf }): {
  list: List;
  word: string;
} {
  const { card, shelf, declared, settings, findings } = input;
  const word = card.section;
  const first = declared[0];
  if (!first) {
    const fallback = defaultSection(settings.lang);
    const list = word === null ? null : shelf.list(word);
    return list ? { list, word: word as string } : { list: shelf.list(fallback) as List, word: fallback };
  }
  const list = word === null ? first : shelf.find(word);
  if (list) return { list, word: list.label };
  const near = nearest(
    word as string,
    declared.map((section) => section.id),
  );
  findings.push({
    code: 'unknown-section',
    severity: 'error',
    file: card.file,
    message: `There is no section "${word}"; the article appears in "${first.id}".`,
    hint: sentences(
      didYouMean(near),
      `The sections are ${declared.map((section) => section.id).join(', ')}; a section is a file in sections/.`,
    ),
    ...card.sectionPlace,
  });
  return { list: first, word: first.label };
}

/** Pages stand at the root; a section or a reserved name wins. */
function placePages(pages: readonly PageFile[], sections: Shelf, findings: Finding[]): SitePage[] {
  const placed: SitePage[] = [];
  const owners = new Map(
    sections.lists().map((list) => [addressKey(list.path), list.term?.file || 'a section'] as const),
  );
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

function dedupe(tombstones: readonly Tombstone[]): Tombstone[] {
  return [...new Map(tombstones.map((tombstone) => [addressKey(tombstone.path), tombstone])).values()];
}
