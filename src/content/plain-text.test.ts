// Spaces that nobody meant, as long as they may be.

import { expect, test } from 'vitest';
import { tidy } from './plain-text.ts';

test('no space is left before a comma or a full stop', () => {
  expect(tidy('Un mot \u00a0 , deux  \u00a0. Fin .5')).toBe('Un mot, deux. Fin .5');
  expect(tidy('Voir : https://a.example/b \u00a0 . Puis')).toBe('Voir. Puis');
});

test.each([
  ['spaces', ' '],
  ['no-break spaces', '\u00a0'],
])(
  'a million %s take no longer than one can wait',
  (_, space) => {
    const gap = space.repeat(1_000_000);
    expect(tidy(`a${gap}b , c`)).toMatch(/^a\s+b, c$/);
    expect(tidy(`https://a.example/ a${gap}b , c`)).toMatch(/^a\s+b, c$/);
  },
  60_000,
);
