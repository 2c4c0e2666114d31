// What the editor picked for the front page and does not exist: told, with the id that was probably meant.

import { expect, test } from 'vitest';
import { makeArticle, makeLibrary, makeTerm } from '../library/library.fixture.ts';
import { chooseFront } from './front-view.ts';

const file = 'articles/2026/03/01/la-crue.md';
const terms = { section: [makeTerm('sections', 'sciences')] };

test.each([
  ['lead: la-cruee', 'Did you mean "la-crue"? Write the id of a visible article'],
  ['also: [La_Crue]', 'Did you mean "la-crue"? Write the id of a visible article'],
  ['lead: jamais', 'Write the id of a visible article'],
  ['blocks: [{section: siences}]', 'Did you mean "sciences"? Write the id of a visible section'],
  ['blocks: [{topic: climmat}]', 'Did you mean "climat"? Write the id of a visible topic'],
  ['blocks: [{topic: zzz}]', 'Write the id of a visible topic'],
])('%s is told', (picked, hint) => {
  const article = makeArticle(file, 'title: Crue\ndate: 2026-03-01\ntopics: [climat]');
  const { library } = makeLibrary([article], { site: `front: {${picked}}`, terms });
  const { findings } = chooseFront(library);
  expect(findings).toMatchObject([{ code: 'unknown-front', hint: expect.stringContaining(hint) }]);
  expect(findings[0]?.hint?.startsWith(hint)).toBe(true);
});

test('a block may name its section as articles do', () => {
  const articles = [1, 2, 3, 4].flatMap((day) =>
    ['a', 'b', 'c'].map((id) =>
      makeArticle(`articles/${id}${day}.md`, `title: Crue\ndate: 2026-03-0${day}\nsection: Économie`),
    ),
  );
  const { library } = makeLibrary(articles, { site: 'sections: [Économie]\nfront: {blocks: [{section: Économie}]}' });
  expect(chooseFront(library)).toMatchObject({ findings: [], choice: { blocks: [{ list: { id: 'economie' } }] } });
});

const dated = (id: string, day: number, keys = ''): ReturnType<typeof makeArticle> =>
  makeArticle(`articles/${id}.md`, `title: ${id}\ndate: 2026-02-0${day}${keys}`);
const ids = (entries: readonly { readonly card: { readonly id: string } }[]): string[] =>
  entries.map(({ card }) => card.id);

test('partner content and briefs do not lead by being new, but may by an editor’s choice, or where there is nothing else', () => {
  const partner = makeTerm('sources', 'libertify', { sourceKind: 'partner' });
  const all = [dated('ancien', 1), dated('annonce', 3, '\nsource: libertify'), dated('breve', 4, '\ntype: brief')];
  const front = (site: string, articles = all): string[] => {
    const { lead, also } = chooseFront(makeLibrary(articles, { site, terms: { source: [partner] } }).library).choice;
    return [...(lead ? [lead.card.id] : []), ...ids(also)];
  };
  expect(front('name: x')).toEqual(['ancien']);
  expect(front('front: {also: [annonce]}')).toEqual(['ancien', 'annonce']);
  expect(front('front: {lead: annonce}')).toEqual(['annonce', 'ancien']);
  expect(front('name: x', all.slice(1))).toEqual(['breve']);
});

test('what a block picks stands in the block, however new it is', () => {
  const articles = [1, 2, 3, 4].map((day) => dated(`a${day}`, day, '\nsection: sciences'));
  const site = 'front: {blocks: [{section: sciences, articles: [a4, a3]}]}';
  const { choice } = chooseFront(makeLibrary(articles, { site, terms }).library);
  expect([choice.lead?.card.id, ids(choice.also), ids(choice.blocks[0]?.entries ?? [])]).toEqual([
    'a2',
    ['a1'],
    ['a4', 'a3'],
  ]);
});

test('the newest do not repeat what stands beside them', () => {
  const articles = [1, 2, 3, 4, 5, 6, 7].map((day) => dated(`a${day}`, day));
  const { choice } = chooseFront(makeLibrary(articles).library);
  expect([...ids([choice.lead as never, ...choice.also]), '|', ...ids(choice.latest)].join(' ')).toBe(
    'a7 a6 a5 a4 a3 | a2 a1',
  );
});
