import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findDateline, findDatelineAlone } from './dateline.ts';

const fixtures = readFileSync(new URL('fixtures/datelines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

for (const line of fixtures) {
  const [text = '', expected] = line.split(' => ');
  test(`${expected === 'none' ? 'leaves alone' : 'finds the dateline of'} "${text}"`, () => {
    const found = findDateline(text);
    const dateline = found?.dateline;
    const shown = dateline === undefined ? 'none' : `${dateline.place} | ${dateline.text} | ${dateline.agency ?? '-'}`;
    expect(shown).toBe(expected);
    if (found !== null) expect(text.slice(found.end)).toMatch(/^\p{Lu}/u);
  });
}

test.each([
  ['PARIS, 5 mars (Reuters) -', 'PARIS, 5 mars (Reuters)'],
  ['PARIS (AFP) —', 'PARIS (AFP)'],
  ['Paris, le 5 mars 2026 :', 'Paris, le 5 mars 2026'],
  ['SAINT-DENIS (La Réunion), 3 mars (Agence X)', 'SAINT-DENIS (La Réunion), 3 mars (Agence X)'],
  ['PARIS/LONDRES (Reuters)', 'PARIS/LONDRES (Reuters)'],
])('"%s" is a dateline above its story', (paragraph, text) => {
  expect(findDatelineAlone(paragraph)).toMatchObject({ dateline: { text }, end: paragraph.length });
});

test.each([
  'Jean Dupont (AFP)',
  'JEAN DUPONT (AFP)',
  'Par Jean Dupont, Paris (AFP)',
  'PARIS',
  'PARIS -',
  '5 mars (Reuters)',
  'Grand Prix de Monaco, 24 mai 2026',
  'GRÈVE, 5 mars (SNCF)',
  'VOTE, 5 mars -',
  'PARIS (Mairie)',
  '-',
  '',
])('"%s" is no dateline', (paragraph) => {
  expect(findDatelineAlone(paragraph)).toBeNull();
});
