// Shelves: words that authors wrote become lists. One per kind; a word finds its list by the slug it folds to,
// by the name in its file, and for securities by ISIN and ticker.
// Invariant: words that fold to one slug are one list, labelled by its file, else by the earliest article.

import { isDevice } from '../base/path-names.ts';
import { slugify } from '../base/text.ts';
import { typeset } from '../base/typography.ts';
import type { Term } from '../content/types.ts';
import { addressOf, isReserved, listPath } from './addresses.ts';
import type { Entry, List, ListKind } from './types.ts';

/** A list while its articles are still being put in. */
type OpenList = { -readonly [K in keyof List]: List[K] } & { entries: Entry[] };

/** All lists of one kind. */
export interface Shelf {
  /** The list that a word means; made when there is none. Null when the word has no letter or digit. */
  readonly list: (word: string) => List | null;
  /** The list that a word means, if there is one. */
  readonly find: (word: string) => List | null;
  /** Puts an entry on a list; entries come newest first, so the last label given is the earliest. */
  readonly put: (list: List, entry: Entry, label: string) => void;
  /** Every list, by id. */
  readonly lists: () => readonly List[];
}

/** What a shelf is opened with. */
interface Opening {
  readonly kind: ListKind;
  /** Files of this kind: their lists are on the shelf from the start. */
  readonly terms: readonly Term[];
  /** BCP 47; labels are set as it wants. */
  readonly lang: string;
}

/** Opens a shelf. */
export function createShelf({ kind, terms, lang }: Opening): Shelf {
  const byId = new Map<string, OpenList>();
  const byWord = new Map<string, OpenList | null>();
  const bySlug = new Map<string, OpenList>();

  const open = (slug: string, label: string, term: Term | null): OpenList => {
    const id = idOf(kind, slug);
    // A word that is written like the way round a forbidden name means the same list: one address is one page.
    const list = byId.get(id) ?? makeList({ kind, id, label: typeset(label, lang), term });
    byId.set(id, list);
    bySlug.set(slug, list);
    return list;
  };

  for (const term of terms) {
    const slug = slugify(term.id);
    if (slug !== '' && !bySlug.has(slug)) open(slug, term.name, term);
  }
  for (const list of byId.values()) {
    for (const slug of otherNames(list)) if (!bySlug.has(slug)) bySlug.set(slug, list);
  }

  const find = (word: string): OpenList | null => {
    const known = byWord.get(word);
    if (known !== undefined) return known;
    const list = bySlug.get(slugify(word)) ?? null;
    if (list) byWord.set(word, list);
    return list;
  };

  return {
    find,
    list(word) {
      const known = find(word);
      if (known) return known;
      const slug = slugify(word);
      const made = slug === '' ? null : open(slug, word, null);
      byWord.set(word, made);
      return made;
    },
    put(list, entry, label) {
      const target = list as OpenList;
      if (!target.term) target.label = typeset(label, lang);
      if (target.entries.at(-1) !== entry) target.entries.push(entry);
    },
    lists: () => [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)),
  };
}

/** The name of a list in its address: not one that is kept for the program, or that a file system keeps for itself. */
function idOf(kind: ListKind, slug: string): string {
  if (kind === 'section' && isReserved(slug)) return `rubrique-${slug}`;
  return isDevice(slug) ? `${slug}-1` : slug;
}

function makeList(said: Pick<List, 'kind' | 'id' | 'label' | 'term'>): OpenList {
  const path = listPath(said.kind, said.id);
  return { ...said, path, url: addressOf(path), entries: [] };
}

/** Slugs of what else a list's file says that it is called. */
function otherNames({ term }: OpenList): string[] {
  const names = [term?.name, term?.isin, term?.ticker];
  return names.map((name) => (name ? slugify(name) : '')).filter((slug) => slug !== '');
}
