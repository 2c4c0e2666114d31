// À lire aussi: chosen looking backwards, and never moved by what comes later.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../content/types.ts';
import { makeArticle, makeLibrary, titles } from './library.fixture.ts';
import { chooseRelated, relatedCount } from './related.ts';

const hour = 3_600_000;
const start = Date.parse('2025-06-01T00:00:00Z');

/** An article so many hours after the start; its title is its number. */
function at(hours: number, keys: string, name = String(hours)): Article {
  const date = new Date(start + hours * hour).toISOString();
  return makeArticle(`articles/a${name}.md`, `title: "${name}"\ndate: ${date}\n${keys}`);
}

/** Titles of what is chosen for each article, by its title. */
function related(articles: readonly Article[]): Record<string, string[]> {
  const { library } = makeLibrary(articles);
  const chosen = chooseRelated(library);
  return Object.fromEntries(library.entries.map((entry) => [entry.card.title, titles(chosen(entry))]));
}

describe('related articles', () => {
  test('are four at most', () => {
    expect(relatedCount).toBe(4);
    const many = Array.from({ length: 9 }, (_, i) => at(i, 'topics: [a]'));
    expect(related(many)['8']).toEqual(['7', '6', '5', '4']);
  });

  test('picked by hand come first, in the author’s order, also when they are newer', () => {
    const chosen = related([
      at(0, 'topics: [a]'),
      at(1, 'topics: [a]'),
      at(2, 'section: sport'),
      at(3, 'topics: [a]\nrelated: [a9, a2]'),
      at(9, 'section: sport'),
    ]);
    expect(chosen['3']).toEqual(['9', '2', '1', '0']);
  });

  test('a picked one is not chosen a second time', () => {
    expect(related([at(0, 'topics: [a]'), at(1, 'topics: [a]'), at(2, 'topics: [a]\nrelated: [a0]')])['2']).toEqual([
      '0',
      '1',
    ]);
  });

  test('of more than four picks the first four count', () => {
    const others = [0, 1, 2, 3, 4].map((i) => at(i, ''));
    expect(related([...others, at(5, 'related: [a4, a2, a0, a1, a3]')])['5']).toEqual(['4', '2', '0', '1']);
  });

  test('a security weighs more than a topic, a topic more than a section, and two more than one', () => {
    const keys = 'section: eco\ntopics: [a, b]\nsecurities: [x]';
    const chosen = related([
      at(0, 'section: monde\ntopics: [a, b]\nsecurities: [x]', 'tout'),
      at(1, 'section: monde\ntopics: [a, b]', 'deux sujets'),
      at(2, 'section: monde\nsecurities: [x]', 'valeur'),
      at(3, 'section: monde\ntopics: [a]', 'sujet'),
      at(4, 'section: eco', 'rubrique'),
      at(5, keys, 'article'),
    ]);
    expect(chosen['article']).toEqual(['tout', 'deux sujets', 'valeur', 'sujet']);
  });

  test('among equals the nearer in time comes first', () => {
    const chosen = related([
      at(0, 'topics: [a]'),
      at(5000, 'topics: [a]'),
      at(5001, 'topics: [a]'),
      at(5002, 'topics: [a]'),
    ]);
    expect(chosen['5002']).toEqual(['5001', '5000', '0']);
  });

  test('nearness never outweighs a shared topic', () => {
    const chosen = related([
      at(0, 'section: x\ntopics: [a]', 'vieux'),
      at(6000, 'section: eco', 'hier'),
      at(6001, 'section: eco\ntopics: [a]', 'article'),
    ]);
    expect(chosen['article']).toEqual(['vieux', 'hier']);
  });

  test('are looked for among the 64 next older ones of each shared list, and no further', () => {
    const rare = at(0, 'section: x\ntopics: [a]\nsecurities: [s]', 'rare');
    const crowd = (count: number) => Array.from({ length: count }, (_, i) => at(1 + i, 'section: y\ntopics: [a]'));
    const last = at(500, 'section: z\ntopics: [a]', 'article');
    const withSecurity = at(500, 'section: z\ntopics: [a]\nsecurities: [s]', 'article');
    expect(related([rare, ...crowd(64), last])['article']).not.toContain('rare');
    // It is out of reach by its topic, and within reach by its security.
    expect(related([rare, ...crowd(64), withSecurity])['article']?.[0]).toBe('rare');
  });

  test('have nothing to do with an article that shares nothing', () => {
    expect(related([at(0, 'section: x'), at(1, 'section: y')])['1']).toEqual([]);
  });

  test('do not come from a shared author or source alone', () => {
    const keys = 'authors: [Anne]\nsource: afp';
    expect(related([at(0, `section: x\n${keys}`), at(1, `section: y\n${keys}`)])['1']).toEqual([]);
  });
});

describe('whatever articles there are', () => {
  const some = fc.array(
    fc.record({
      topics: fc.subarray(['a', 'b', 'c']),
      section: fc.constantFrom('x', 'y'),
      securities: fc.subarray(['s', 't']),
    }),
    { minLength: 2, maxLength: 40 },
  );
  const toArticles = (drawn: typeof some extends fc.Arbitrary<infer T> ? T : never): Article[] =>
    drawn.map(({ topics, section, securities }, i) =>
      at(i, `section: ${section}\ntopics: ${JSON.stringify(topics)}\nsecurities: ${JSON.stringify(securities)}`),
    );

  test('none is related to itself, to a newer one, or twice', () => {
    fc.assert(
      fc.property(some, (drawn) => {
        for (const [title, chosen] of Object.entries(related(toArticles(drawn)))) {
          expect(new Set(chosen).size).toBe(chosen.length);
          expect(chosen.length).toBeLessThanOrEqual(relatedCount);
          for (const other of chosen) expect(Number(other)).toBeLessThan(Number(title));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('a newer article changes nothing for the older ones', () => {
    fc.assert(
      fc.property(some, (drawn) => {
        const articles = toArticles(drawn);
        const all = related(articles);
        for (const [title, chosen] of Object.entries(related(articles.slice(0, -1))))
          expect(all[title]).toEqual(chosen);
      }),
      { numRuns: 60 },
    );
  });
});
