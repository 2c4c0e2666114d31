// What is written of an article and of its card is what they are.

import { expect, test } from 'vitest';
import { readArticle } from './article.ts';
import { cardOf, textsOf } from './card.ts';

const site = { zone: 'Europe/Paris', lang: 'fr', hasRooms: true };

const head = 'title: « L’été » à 3 %\ndate: 2026-03-05 08:00\n';

test.each([
  ['a plain article', `${head}---\nLe texte.\n`],
  [
    'a dispatch',
    `${head}source: AFP\n---\nPARIS, 5 mars (AFP) - Le *texte*.\n\n(Reportage Anne Martin, édité par Luc Petit)\n`,
  ],
  [
    'one with a correction',
    `${head}canonical: https://example.org/a\ncorrections:\n- {date: 2026-03-06, text: "Le \\"chiffre\\"}"}\n---\nTexte.\n`,
  ],
])('the texts of %s', (_, text) => {
  const result = readArticle({ path: 'articles/a.md', bytes: Buffer.from(`---\n${text}`) }, site);
  if (result.kind !== 'article') throw new Error(JSON.stringify(result.findings));
  const { article, card } = textsOf(result.article);
  expect(JSON.parse(article)).toEqual(JSON.parse(JSON.stringify(result.article)));
  expect(JSON.parse(card)).toEqual(JSON.parse(JSON.stringify(cardOf(result.article))));
});
