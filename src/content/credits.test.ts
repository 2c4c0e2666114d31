import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findCredits, parseCreditLine } from './credits.ts';
import type { Credit } from './types.ts';

const fixtures = readFileSync(new URL('fixtures/credits.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

function show(credits: readonly Credit[]): string {
  return credits.map(({ role, name, place }) => `${role} ${name}${place === null ? '' : ` @ ${place}`}`).join(' ; ');
}

for (const line of fixtures) {
  const [text = '', expected] = line.split(' => ');
  test(`${expected === 'none' ? 'leaves alone' : 'reads the roles of'} ${text}`, () => {
    const found = findCredits(text);
    expect(found === null ? 'none' : show(found.credits)).toBe(expected);
  });
}

test('a credits key is read without parentheses and with small letters', () => {
  expect(show(parseCreditLine('Reportage sanction diplomatie; version française rapport, édité par armée'))).toBe(
    'reporter sanction diplomatie ; translator rapport ; editor armée',
  );
  expect(parseCreditLine('')).toEqual([]);
  expect(parseCreditLine('Jean Dupont')).toEqual([]);
});
