// The keys of one article, sorted by meaning: which pairs speak for which of our keys, in order of precedence.
// Unknown keys become findings here, and only here. Values are read by those who ask.
// Invariant: our own name wins over a synonym, a synonym over what stands in `params`, `extra` or `taxonomies`.

import { keyFinding, pairsByKey, placeOf, type FrontMatter } from './front-matter.ts';
import { findKey, meantKey, type ArticleKey } from './keys.ts';
import { foldKey, isEmpty, type Pair } from './nodes.ts';
import type { Place } from './types.ts';
import { readList } from './list-values.ts';
import { readWord, type Reading } from './values.ts';
import type { Finding } from '../base/findings.ts';
import { didYouMean, sentences } from '../base/text.ts';

/** What of the site decides how a file is read. */
export interface ReadingSite {
  /** BCP 47. */
  readonly lang: string;
  /** Name of a zone. */
  readonly zone: string;
  /** True when the content folder has an `articles/` room; then the first folder of a path is that room. */
  readonly hasRooms: boolean;
  /** Where the site will stand, full, no slash at the end: links to it in a text are links to our own articles. */
  readonly url?: string;
}

/** A front matter whose keys have been sorted. */
export interface ArticleReading extends Reading {
  readonly site: ReadingSite;
  /** All pairs by folded key. */
  readonly pairs: ReadonlyMap<string, Pair>;
  /** Pairs whose key means nothing to anybody, and the finding that says so. */
  readonly unknown: readonly { readonly pair: Pair; readonly finding: Finding }[];
  /** The pair that speaks for a key: the first that is not empty; or null. */
  readonly first: (key: ArticleKey) => Pair | null;
  /** All pairs that are not empty and speak for a key, in order of precedence. */
  readonly all: (key: ArticleKey) => readonly Pair[];
  /** Pairs of other programs' keys, by folded name. */
  readonly foreign: (names: readonly string[]) => readonly Pair[];
  /** The section and where it was written; the folder's name when no key says it. */
  readonly sectionPlace: (folder: string | null) => SectionFound;
}

/** Where an article belongs, as far as its file says. */
export interface SectionFound {
  readonly section: string | null;
  readonly place: Place | null;
  /** True when the first category was taken for the section. */
  readonly fromCategories: boolean;
}

interface Ranked {
  readonly pair: Pair;
  readonly rank: number;
}

const none: readonly Pair[] = [];
/** Groups in which Hugo and Zola keep keys of the theme's. */
const groups = ['taxonomies', 'params', 'extra'];

/** Sorts the keys of an article. */
export function sortKeys(from: { matter: FrontMatter; findings: Finding[]; site: ReadingSite }): ArticleReading {
  const { matter, findings, site } = from;
  const pairs = pairsByKey(matter.root);
  const ranked = new Map<ArticleKey, Ranked[]>();
  const unknown: ArticleReading['unknown'][number][] = [];
  for (const [folded, pair] of pairs) {
    const known = findKey(folded);
    if (known === null) {
      if (pair.key.startsWith('_')) continue;
      const finding = unknownKey(matter, pair);
      unknown.push({ pair, finding });
      findings.push(finding);
    } else if (known !== 'foreign') add(ranked, known.key, { pair, rank: known.rank });
  }
  for (const group of groups) {
    const value = pairs.get(group)?.value;
    if (value?.kind !== 'map') continue;
    for (const pair of value.pairs) {
      const known = findKey(foldKey(pair.key));
      if (known !== null && known !== 'foreign') add(ranked, known.key, { pair, rank: known.rank + 100 });
    }
  }
  const sorted = new Map<ArticleKey, readonly Pair[]>();
  for (const [key, found] of ranked) {
    if (found.length > 1) found.sort((a, b) => a.rank - b.rank);
    sorted.set(
      key,
      found.map(({ pair }) => pair),
    );
  }
  const all = (key: ArticleKey): readonly Pair[] => sorted.get(key) ?? none;
  const first = (key: ArticleKey): Pair | null => sorted.get(key)?.[0] ?? null;
  const foreign = (names: readonly string[]): readonly Pair[] => names.flatMap((name) => pairs.get(name) ?? []);
  const reading = { matter, findings, site, pairs, unknown, all, first, foreign };
  return { ...reading, sectionPlace: (folder) => readSection(reading, folder) };
}

function add(ranked: Map<ArticleKey, Ranked[]>, key: ArticleKey, found: Ranked): void {
  if (isEmpty(found.pair.value)) return;
  const list = ranked.get(key);
  if (list === undefined) ranked.set(key, [found]);
  else list.push(found);
}

function unknownKey(matter: FrontMatter, pair: Pair): Finding {
  const meant = meantKey(pair.key);
  const shown = pair.key.slice(0, 60).replace(/\p{Cc}/gu, '\ufffd');
  const message = sentences(`There is no key "${shown}".`, didYouMean(meant));
  const hint = meant === null ? 'It has no effect.' : `It has no effect as it is; write ${meant}:.`;
  return keyFinding(matter, pair, { code: 'unknown-key', severity: 'warning', message, hint, onKey: true });
}

function readSection(reading: Reading & Pick<ArticleReading, 'first'>, folder: string | null): SectionFound {
  const own = reading.first('section');
  const written = own?.value.kind === 'list' ? (readList(reading, own)[0] ?? null) : readWord(reading, own);
  if (own !== null && written !== null)
    return { section: written, place: placeOfPair(reading, own), fromCategories: false };
  const categories = reading.first('categories');
  const named = readList({ ...reading, findings: [] }, categories)[0];
  if (categories !== null && named !== undefined) {
    return { section: named, place: placeOfPair(reading, categories), fromCategories: true };
  }
  return { section: folder, place: null, fromCategories: false };
}

function placeOfPair(reading: Reading, pair: Pair): Place | null {
  const node = pair.value.kind === 'list' ? (pair.value.items[0] ?? pair.value) : pair.value;
  return placeOf(reading.matter, { start: node.start, end: node.end, key: pair.key });
}
