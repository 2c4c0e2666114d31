// A feed for the tests beside it: one wire dispatch, as a newspaper would send it.
// Only tests import it. Each test changes the fields that it is about and leaves the others.
// Invariant: all its texts are harmless; the hostile ones live in the tests that need them.

import type { Feed, FeedItem } from './types.ts';

/** A dispatch of an agency, with two authors, two topics and a picture. */
export const dispatch: FeedItem = {
  id: 'tag:depeche.example,2021:stockholm',
  url: 'https://depeche.example/2021/12/02/stockholm.html',
  title: 'À Stockholm, l’Europe parle de sécurité',
  date: '2021-12-02T16:28:00+01:00',
  at: Date.parse('2021-12-02T16:28:00+01:00'),
  updated: null,
  updatedAt: null,
  summary: 'Les ministres se sont vus pendant deux heures.',
  authors: ['Humeyra Pamuk', 'Simon Johnson'],
  source: { name: 'Reuters', url: 'https://www.reuters.com/' },
  section: 'Monde',
  topics: ['Diplomatie', 'Europe'],
  lang: null,
  partner: null,
  picture: {
    url: 'https://depeche.example/images/stockholm.jpg',
    type: 'image/jpeg',
    bytes: 48_213,
    width: 1200,
    height: 800,
    alt: 'Deux drapeaux devant une salle',
    credit: 'A. Roux',
  },
};

/** The feed of the section Monde with the one dispatch. */
export const monde: Feed = {
  title: 'Dépêche - Monde',
  description: 'Les articles de la rubrique Monde.',
  home: 'https://depeche.example/monde/',
  self: 'https://depeche.example/monde/',
  lang: 'fr',
  site: { name: 'Dépêche', url: 'https://depeche.example/' },
  items: [dispatch],
  rights: null,
  partnerLabel: 'Contenu partenaire',
};

/** The feed of the section Monde with other items: each is the dispatch with some fields changed. */
export function mondeWith(...changes: readonly Partial<FeedItem>[]): Feed {
  return { ...monde, items: changes.map((change) => Object.assign({}, dispatch, change)) };
}
