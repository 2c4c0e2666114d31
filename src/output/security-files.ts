// What a reader's lists are fed with: one file with the names of all securities, and for each of them one with its
// newest articles. Read by the page Mes listes; the same data that the pages of the securities show.
// Invariant: the file of names does not change when an article is added to a security that was known before.

import type { List } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';
import type { Teaser } from '../view/types.ts';

/** Articles in a security's file. */
const newest = 5;

/** All securities that have a page, by name; what a reader may look for. */
export function securityIndex({ library }: ViewContext): string {
  const securities = library.securities.map(({ id, label, term }) => ({
    id,
    name: label,
    isin: term?.isin ?? undefined,
    ticker: term?.ticker ?? undefined,
    market: term?.market ?? undefined,
  }));
  // By code unit, so that no locale of a machine decides; the page sorts for its reader.
  return json({ securities: securities.toSorted((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))) });
}

/** The newest articles of one security. */
export function securityArticles(list: List, context: ViewContext): string {
  const articles = list.entries.slice(0, newest).map((entry) => articleOf(context.teaser(entry)));
  return json({ id: list.id, name: list.label, articles });
}

function articleOf({ url, title, date, lang, dir, partner, source }: Teaser): Record<string, unknown> {
  return {
    url,
    title,
    date,
    lang: lang ?? undefined,
    dir: dir ?? undefined,
    partner: partner ?? undefined,
    source: source?.label,
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
