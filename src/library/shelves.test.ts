// Words that authors write become lists.

import { describe, expect, test } from 'vitest';
import { makeArticle, makeLibrary, makeTerm, titles } from './library.fixture.ts';

const on = (day: number, keys: string) =>
  makeArticle(`articles/a${day}.md`, `title: A${day}\ndate: 2026-03-0${day}\n${keys}`);

test('words that fold together are one list, labelled by the earliest article', () => {
  const { library } = makeLibrary([
    on(1, 'topics: [États-Unis]'),
    on(2, 'topics: [etats unis]'),
    on(3, 'topics: [ÉTATS-UNIS, etats-unis]'),
  ]);
  expect(library.topics.map(({ id, label, path }) => ({ id, label, path }))).toEqual([
    { id: 'etats-unis', label: 'États-Unis', path: '/sujets/etats-unis/' },
  ]);
  expect(titles(library.topics[0]?.entries)).toEqual(['A3', 'A2', 'A1']);
});

test('labels are set as texts are, from a word and from a file', () => {
  const author = [makeTerm('authors', 'huillier', { name: "Jean-Marc L'Huillier" })];
  const { library } = makeLibrary([on(1, 'topics: ["L\'été à 50 %"]\nauthors: [huillier]')], { terms: { author } });
  expect(library.topics[0]).toMatchObject({ id: 'l-ete-a-50', label: 'L’été à 50\u00a0%' });
  expect(library.authors[0]).toMatchObject({ id: 'huillier', label: 'Jean-Marc L’Huillier' });
});

test('the order of the files does not matter to the label', () => {
  const articles = [on(3, 'topics: [CLIMAT]'), on(1, 'topics: [Climat]'), on(2, 'topics: [climat]')];
  for (const order of [articles, articles.toReversed()])
    expect(makeLibrary(order).library.topics[0]?.label).toBe('Climat');
});

test('the name in a file is the label, whatever articles write', () => {
  const topic = [makeTerm('topics', 'climat', { name: 'Dérèglement climatique' })];
  const { library } = makeLibrary([on(1, 'topics: [CLIMAT]'), on(2, 'topics: [dérèglement climatique]')], {
    terms: { topic },
  });
  expect(library.topics.map(({ label }) => label)).toEqual(['Dérèglement climatique']);
  expect(titles(library.topics[0]?.entries)).toEqual(['A2', 'A1']);
});

test('a security is found by its id, its name, its ISIN and its ticker', () => {
  const security = [
    makeTerm('securities', 'dassault-aviation', { name: 'Dassault Aviation', isin: 'FR0014004L86', ticker: 'AM' }),
  ];
  const words = ['dassault-aviation', 'Dassault Aviation', 'fr0014004l86', 'AM'];
  const { library } = makeLibrary(
    words.map((word, i) => on(i + 1, `securities: [${word}]`)),
    { terms: { security } },
  );
  expect(library.securities).toHaveLength(1);
  expect(library.securities[0]?.entries).toHaveLength(4);
  expect(library.securities[0]?.url).toBe('/valeurs/dassault-aviation/');
});

test('an id wins over the name of another file', () => {
  const topic = [makeTerm('topics', 'eau', { name: 'Mer' }), makeTerm('topics', 'mer', { name: 'Océan' })];
  const { library } = makeLibrary([on(1, 'topics: [Mer]')], { terms: { topic } });
  expect(library.topics.map(({ label }) => label)).toEqual(['Océan']);
});

test('an article stands once on a list that it names twice', () => {
  const { library } = makeLibrary([on(1, 'topics: [Climat, climat, CLIMAT]\nauthors: [Anne, ANNE]')]);
  expect(library.topics[0]?.entries).toHaveLength(1);
  expect(library.authors[0]?.entries).toHaveLength(1);
});

test('a word without a letter or digit makes no list', () => {
  expect(makeLibrary([on(1, 'topics: ["…", "!!"]')]).library.topics).toEqual([]);
});

test('a list that has a file and no article is not there, but a declared section is', () => {
  const terms = { topic: [makeTerm('topics', 'vide')], section: [makeTerm('sections', 'monde')] };
  const { library } = makeLibrary([], { terms });
  expect(library.topics).toEqual([]);
  expect(library.sections.map(({ id }) => id)).toEqual(['monde']);
});

describe('sections', () => {
  test('stand in the editor’s order, then by id', () => {
    const section = ['sport', 'monde', 'arts'].map((id) => makeTerm('sections', id));
    const { library } = makeLibrary([], { site: 'name: x\nsections: [monde, sport]', terms: { section } });
    expect(library.sections.map(({ id }) => id)).toEqual(['monde', 'sport', 'arts']);
  });

  test('that nobody declared are made of what articles say', () => {
    const { library, findings } = makeLibrary([on(1, 'section: Vie locale'), on(2, '')]);
    expect(findings).toEqual([]);
    expect(library.sections.map(({ id, label }) => [id, label])).toEqual([
      ['actualites', 'Actualités'],
      ['vie-locale', 'Vie locale'],
    ]);
  });

  test('that are not known where some are declared are an error, with the place, and the first one takes the article', () => {
    const section = [makeTerm('sections', 'monde')];
    const { library, findings } = makeLibrary([on(1, 'section: monbe')], { terms: { section } });
    expect(findings).toMatchObject([
      { code: 'unknown-section', severity: 'error', line: 4, column: 10, text: 'section: monbe' },
    ]);
    expect(titles(library.sections[0]?.entries)).toEqual(['A1']);
  });
});
