// Marks: what a page depends on, told without making its view, so that among a hundred thousand pages those that cannot
// have changed are passed over. A mark is 53 bits, mixed from digests that are there anyway.
// Two rules keep this safe. What is not known article by article (settings, navigation, terms, pictures, comments, the
// program, the theme) goes into the ground of every mark: when any of it changes, every view is made and compared. And
// the test of incremental builds checks that equal marks always meant equal pages.
// Invariant: pure; equal marks mean equal views.

import { hash } from 'node:crypto';
import { listsOf } from '../library/lists.ts';
import type { Entry, List } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';

/** Marks of the sheets of one site. */
export interface Marks {
  readonly article: (entry: Entry) => number;
  /** A page that shows these entries' teasers, in this order, below the name of a list; `more` is what else it shows. */
  readonly entries: (list: List | null, entries: readonly Entry[], more: string) => number;
}

/** Makes marks; `ground` tells everything that the context holds besides its articles. */
export function createMarks(context: ViewContext, ground: string): Marks {
  const start = numberOf(ground);
  const lists = new Map<List, number>();
  const listMark = (list: List): number => {
    const known = lists.get(list);
    if (known !== undefined) return known;
    const { kind, id, label, url, term } = list;
    const mark = numberOf(JSON.stringify([kind, id, label, url, term?.digest ?? '', term?.file ?? '']));
    lists.set(list, mark);
    return mark;
  };
  const teasers = new Float64Array(context.library.entries.length);
  const teaserMark = (entry: Entry): number => {
    const known = teasers[entry.rank] as number;
    if (known !== 0) return known;
    const mix = new Mix(start).text(entry.card.digest).text(entry.url).add(listMark(entry.section));
    if (entry.source) mix.add(listMark(entry.source));
    for (const list of entry.authors) mix.add(listMark(list));
    const mark = mix.end();
    teasers[entry.rank] = mark;
    return mark;
  };
  return {
    article: (entry) => {
      const { links, byId } = context.library;
      const mix = new Mix(start).add(teaserMark(entry));
      for (const list of entry.topics) mix.add(listMark(list));
      for (const list of entry.securities) mix.add(listMark(list));
      for (const other of context.related(entry)) mix.add(teaserMark(other));
      const resolved = links[entry.rank];
      if (resolved) mix.text(JSON.stringify([...resolved]));
      return mix.add(byId.get(entry.card.id) === entry ? 1 : 0).end();
    },
    entries: (list, entries, more) => {
      const mix = new Mix(start).add(list ? listMark(list) : 0).text(more);
      for (const entry of entries) mix.add(teaserMark(entry));
      return mix.end();
    },
  };
}

/** Everything that a site's pages share, as one text. */
export function groundOf(context: ViewContext, parts: readonly string[]): string {
  const { library, site } = context;
  const terms = listsOf(library)
    .filter((list) => list.term)
    .map((list) => [list.kind, list.id, list.term?.digest, list.term?.file]);
  const pages = library.pages.map(({ page, path }) => [page.digest, page.file, path]);
  const threads = [...library.threads];
  return hash('sha1', JSON.stringify([parts, library.settings, site, terms, pages, threads]), 'base64url');
}

function numberOf(text: string): number {
  return Number.parseInt(hash('sha1', text, 'hex').slice(0, 13), 16);
}

/** Mixes numbers and texts, in their order, to 53 bits. */
class Mix {
  #a: number;
  #b: number;

  constructor(start: number) {
    this.#a = 0xdeadbeef ^ (start >>> 0);
    this.#b = 0x41c6ce57 ^ (start / 0x100000000);
  }

  add(value: number): this {
    return this.#int(value >>> 0).#int(value / 0x100000000);
  }

  text(text: string): this {
    for (let i = 0; i < text.length; i++) this.#int(text.charCodeAt(i));
    return this.#int(text.length);
  }

  #int(value: number): this {
    this.#a = Math.imul(this.#a ^ value, 2_654_435_761);
    this.#b = Math.imul(this.#b ^ value, 1_597_334_677);
    this.#a ^= this.#a >>> 15;
    this.#b ^= this.#b >>> 13;
    return this;
  }

  end(): number {
    let a = Math.imul(this.#a ^ (this.#a >>> 16), 2_246_822_507);
    a ^= Math.imul(this.#b ^ (this.#b >>> 13), 3_266_489_909);
    let b = Math.imul(this.#b ^ (this.#b >>> 16), 2_246_822_507);
    b ^= Math.imul(this.#a ^ (this.#a >>> 13), 3_266_489_909);
    return 4_294_967_296 * (2_097_151 & b) + (a >>> 0) || 1;
  }
}
