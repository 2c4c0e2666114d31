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
