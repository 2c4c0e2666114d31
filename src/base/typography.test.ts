import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

const lines = readFileSync(new URL('fixtures/typography.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

for (const line of lines) {
  const [typed = '', wanted = ''] = line.split(' => ');
  const set = wanted === '=' ? typed : wanted.replaceAll('~', '\u00a0').replaceAll('_', '\u202f');
  test(`${wanted === '=' ? 'leaves alone' : 'sets'} ${typed}`, () => {
    expect(typeset(typed, 'fr')).toBe(set);
    expect(typeset(typed, 'fr-BE')).toBe(set);
    expect(typeset(typed, 'en')).toBe(typed);
  });
}

test('in Canada nothing is put before ; ! ?', () => {
  expect(typeset('Qui décide? Lui! Le reste: rien', 'fr-CA')).toBe('Qui décide? Lui! Le reste\u00a0: rien');
});

const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...`'¦"¦«¦»¦;¦:¦!¦?¦%¦.¦...¦…¦ ¦\u00a0¦\u202f¦l'¦qu'¦le¦est¦mot¦É¦12¦12:30¦(¦)¦[¦]¦,¦—¦-¦’¦“¦https://a.b/c?d¦a@b.fr¦x.pdf¦a=b¦\ufdd1¦\ufffc¦\n`.split(
          '¦',
        ),
      ),
      fc.string({ maxLength: 3 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

test('a text that is set does not change again, whatever stands in it', () => {
  fc.assert(
    fc.property(soup, (typed) => {
      const set = typeset(typed, 'fr');
      expect(typeset(set, 'fr')).toBe(set);
    }),
    { numRuns: 20_000 },
  );
});

test('letters, digits and all marks but spaces, quotes, apostrophes and dots stay as they were', () => {
  const kept = (text: string): string => text.replaceAll('...', '…').replace(/[\s'’"«»]/g, '');
  const loose = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 60 }));
  fc.assert(
    fc.property(loose, (typed) => {
      const set = typeset(typed, 'fr');
      expect(kept(set)).toBe(kept(typed));
      expect(set.replace(/[^\ufdd1\ufffc\n]/g, '')).toBe(typed.replace(/[^\ufdd1\ufffc\n]/g, ''));
    }),
    { numRuns: 20_000 },
  );
});
