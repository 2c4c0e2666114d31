// Puts articles on the shelves of a newspaper, one shelf for each kind of list: a section, and all that they name.
// What a word means on its shelf is shelves.ts's; here is which words an article gives, and what is told of them.
// Invariant: every article has one section, and stands once on each list.

import type { Finding } from '../base/findings.ts';
import { Recent } from '../base/recent.ts';
import { didYouMean, nearest, sentences } from '../base/text.ts';
import type { Card } from '../content/card.ts';
import type { Term } from '../content/types.ts';
import { addressOf } from './addresses.ts';
import type { Holdings } from './holdings.ts';
import { createNearIds } from './near-ids.ts';
import { createShelf, type Shelf } from './shelves.ts';
import type { Entry, List, ListKind } from './types.ts';

/** The shelves of one newspaper. */
export interface Shelves {
  /** Makes the entry of an article and puts it on its lists; articles come newest first, `rank` counts them. */
  readonly put: (card: Card, place: { readonly path: string; readonly rank: number }) => Entry;
  /** Every section, also those that are not shown. */
  readonly allSections: () => readonly List[];
  /** The lists to show: the sections that the site declares, and every list that has an article. */
  readonly shown: () => Readonly<Record<ListKind, readonly List[]>>;
}

/** The section of articles that name none, where the site declares none either. */
const defaultSection = (lang: string): string => (lang.startsWith('fr') ? 'Actualités' : 'News');

/** Opens the shelves, with the terms (files) of the site on them. */
export function openShelves(holdings: Holdings, findings: Finding[]): Shelves {
  const { lang } = holdings.settings;
  const shelves = shelvesOf(holdings);
  const declared = declaredSections(holdings, shelves.section);
  const share = createListSharer();
  const nearIds = createNearIds(holdings.terms);

  const put: Shelves['put'] = (card, { path, rank }) => {
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
    const section = sectionOf(card, { shelf: shelves.section, declared, lang }, findings);
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
  };
  return {
    put,
    allSections: () => shelves.section.lists(),
    shown: () => ({
      section: [...declared, ...filled(shelves.section).filter((list) => !declared.includes(list))],
      topic: filled(shelves.topic),
      source: filled(shelves.source),
      author: filled(shelves.author),
      security: filled(shelves.security),
    }),
  };
}

/** The lists of a shelf that have an article. */
function filled(shelf: Shelf): readonly List[] {
  return shelf.lists().filter((list) => list.entries.length > 0);
}

function shelvesOf(holdings: Holdings): Readonly<Record<ListKind, Shelf>> {
  const { lang } = holdings.settings;
  const shelf = (kind: ListKind, terms = holdings.terms[kind]): Shelf => createShelf({ kind, terms, lang });
  return {
    section: shelf('section', sectionTerms(holdings)),
    topic: shelf('topic'),
    source: shelf('source'),
    author: shelf('author'),
    security: shelf('security'),
  };
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

const none: readonly List[] = [];

/** Many articles stand in the same few lists; what is equal is held once, while it is asked for. */
function createListSharer(): (kind: ListKind, lists: readonly List[]) => readonly List[] {
  const alone = new Map<List, readonly List[]>();
  const recent = new Recent<string, readonly List[]>(1000);
  return (kind, lists) => {
    // The copy has no room for more.
    if (lists.length > 1) return recent.get(`${kind} ${lists.map(({ id }) => id).join(' ')}`, () => lists.slice());
    const [only] = lists;
    if (!only) return none;
    const known = alone.get(only) ?? [only];
    alone.set(only, known);
    return known;
  };
}

/** The section of an article, and the word that names it; one that there is not is told. */
function sectionOf(
  card: Card,
  { shelf, declared, lang }: { shelf: Shelf; declared: readonly List[]; lang: string },
  findings: Finding[],
): { list: List; word: string } {
  const word = card.section;
  const first = declared[0];
  if (!first) {
    const fallback = defaultSection(lang);
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
