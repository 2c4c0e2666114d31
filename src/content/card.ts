// The card of an article: the part of its head that stays in memory for as long as a library lives.
// A library of a million articles holds a million cards, and fetches the rest of a head where a page shows it.
// Invariant: an article is its own card, so that a small site and a test need not tell the two apart.

import type { Article, ImageRef } from './types.ts';

const keys = [
  'file',
  'digest',
  'id',
  'hasOwnId',
  'slug',
  'date',
  'updated',
  'embargo',
  'expires',
  'status',
  'type',
  'section',
  'sectionPlace',
  'topics',
  'source',
  'authors',
  'securities',
  'related',
  'redirects',
  'lang',
  'urgency',
  'until',
  'links',
  'pictures',
  'comments',
] as const;

/** What lists, links and archives ask of every article. */
export type Card = Pick<Article, (typeof keys)[number]> & {
  readonly image: Pick<ImageRef, 'src'> | null;
  readonly video: { readonly poster: string | null } | null;
};

/** The card of an article. */
export function cardOf(article: Article): Card {
  const card: Partial<Record<keyof Article, unknown>> = {};
  for (const key of keys) card[key] = article[key];
  card.image = article.image && { src: article.image.src };
  card.video = article.video && { poster: article.video.poster };
  return card as Card;
}
