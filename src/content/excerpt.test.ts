import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody } from './body.ts';
import { cutExcerpt } from './excerpt.ts';

const cases = readFileSync(new URL('fixtures/excerpts.txt', import.meta.url), 'utf8')
  .replace(/^#.*\n/, '')
  .split('\n---\n')
  .map((part) => part.split(/\n=>\n?/) as [string, string]);

for (const [body, expected] of cases) {
  test(`the excerpt of "${body.slice(0, 50).replaceAll('\n', ' ')}"`, () => {
    expect(readBody(body, { lang: 'fr', firstLine: 1, file: 'a.md' }).facts.excerpt).toBe(expected.trim());
  });
}

test('a text that fits and ends as a sentence stays whole', () => {
  expect(cutExcerpt('Une phrase.')).toBe('Une phrase.');
  expect(cutExcerpt('')).toBe('');
});

test('a text without spaces is cut between two characters as a reader sees them', () => {
  const family = '👨‍👩‍👧‍👦';
  const cut = cutExcerpt(family.repeat(60));
  expect(cut.length).toBeLessThanOrEqual(260);
  expect(cut.slice(0, -1).replaceAll(family, '')).toBe('');
  const japanese = cutExcerpt(`${'政府は新しい計画を発表した。'.repeat(12)}${'東京'.repeat(200)}`);
  expect(japanese.endsWith('。')).toBe(true);
});

test('an Arabic text ends on a sentence', () => {
  const sentence = 'أعلنت الحكومة خطة جديدة للطاقة في البلاد بعد اجتماع طويل في العاصمة مع ممثلي النقابات. ';
  expect(cutExcerpt(sentence.repeat(5)).endsWith('النقابات.')).toBe(true);
});

test('any text is cut to at most 260 units, well formed, on a sentence or with "…"', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), fc.integer({ min: 20, max: 300 }), (text, limit) => {
      const cut = cutExcerpt(text, limit);
      expect(cut.length).toBeLessThanOrEqual(limit);
      expect(cut.isWellFormed()).toBe(true);
      if (cut !== '') expect(cut).toMatch(/[.!?…。！？؟۔।](?:[ \u00a0\u202f]?[»”"’)\]」』）])*$/);
    }),
  );
});
