// Slips in the ids of sources, authors and securities: told, and published as they are; topics and names are not suspected.

import { describe, expect, test } from 'vitest';
import { makeArticle, makeLibrary, makeTerm } from './library.fixture.ts';

const terms = {
  topic: [makeTerm('topics', 'climat')],
  source: [makeTerm('sources', 'afp'), makeTerm('sources', 'agence-1')],
  author: [makeTerm('authors', 'claire-vasseur')],
  security: [makeTerm('securities', 'airbus', { ticker: 'AIR' })],
};
const file = 'articles/2026/03/01/a.md';
const built = (keys: string): ReturnType<typeof makeLibrary> =>
  makeLibrary([makeArticle(file, `title: A\ndate: 2026-03-01\n${keys}`)], { terms });

describe('an id that is nearly that of a file', () => {
  test('is told, and the article stands under the word as it is written', () => {
    const { library, findings } = built('source: afpp\nauthors: [clair-vasseur, claire-vasseur]\nsecurities: [airbu]');
    expect(findings).toEqual(
      [
        ['source', 'sources', 'afpp', 'afp'],
        ['authors', 'authors', 'clair-vasseur', 'claire-vasseur'],
        ['securities', 'securities', 'airbu', 'airbus'],
      ].map(([key, room, word, meant]) => ({
        code: 'doubtful-id',
        severity: 'warning',
        file,
        message: `There is no file ${room}/${word}.md. Did you mean "${meant}"?`,
        hint: `The article stands under "${word}" as it is. If that is meant, add the file.`,
        seek: { key, word },
      })),
    );
    expect(library.entries[0]?.source?.id).toBe('afpp');
  });

  test.each([
    ['a word that has its file', 'source: afp\nauthors: claire-vasseur\nsecurities: [airbus, AIR]'],
    ['a word that is far from all', 'source: reuters\nauthors: paul-roy\nsecurities: [renault]'],
    ['a name', 'source: Afpp\nauthors: Clair Vasseur\nsecurities: [Airbu]'],
    ['a short word', 'source: ap'],
    ['another number', 'source: agence-2'],
    ['a topic', 'topics: [climats, clima]'],
  ])('%s is not suspected', (_, keys) => {
    expect(built(keys).findings).toEqual([]);
  });
});

test('sections that site.md lists need no file, and say nothing', () => {
  const section = [makeTerm('sections', 'monde')];
  const article = makeArticle(file, 'title: A\ndate: 2026-03-01\nsection: meteo');
  const { findings } = makeLibrary([article], { site: 'sections: [monde, meteo, mond]', terms: { section } });
  expect(findings).toEqual([]);
});
