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
