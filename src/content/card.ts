// The card of an article: all of its head but what only its own page shows.
// A library holds the cards of all articles for as long as it lives; lists, feeds and other articles' pages are made of
// them alone. The rest of a head lies where the article was read, or in its file, until its page is drawn.
// Invariant: an article is its own card, so that a test need not tell the two apart.

import type { Article } from './types.ts';

const pageFacts = ['credits', 'creditLine', 'corrections', 'dateline', 'words', 'canonical'] as const;

/** What the rest of the site may ask of an article. */
export type Card = Omit<Article, (typeof pageFacts)[number]>;

/** The card of an article. */
export function cardOf(article: Article): Card {
  const card: Partial<Article> = { ...article };
  for (const fact of pageFacts) delete (card as Record<string, unknown>)[fact];
  return card as Card;
}
