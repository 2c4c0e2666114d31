// The card of an article: all of its head but what only its own page shows.
// A library holds the cards of all articles for as long as it lives; lists, feeds and other articles' pages are made of
// them alone. The rest of a head lies where the article was read, or in its file, until its page is drawn.
// Invariant: an article is its own card, so that a test need not tell the two apart.

import type { Article } from './types.ts';

/** What only the page of an article shows. Taken out by name: an object of which something is deleted is slow for ever. */
const pageFacts = {
  credits: undefined,
  creditLine: undefined,
  corrections: undefined,
  dateline: undefined,
  words: undefined,
  canonical: undefined,
} as const satisfies Partial<Record<keyof Article, undefined>>;

/** What the rest of the site may ask of an article. */
export type Card = Omit<Article, keyof typeof pageFacts>;

/** The card of an article. */
export function cardOf(article: Article): Card {
  return { ...article, ...pageFacts };
}

/** JSON of an article and of its card; what both say is written once. */
export function textsOf(article: Article): { readonly article: string; readonly card: string } {
  const { credits, creditLine, corrections, dateline, words, canonical } = article;
  const facts: Pick<Article, keyof typeof pageFacts> = { credits, creditLine, corrections, dateline, words, canonical };
  const card = JSON.stringify(cardOf(article));
  return { article: `${card.slice(0, -1)},${JSON.stringify(facts).slice(1)}`, card };
}
