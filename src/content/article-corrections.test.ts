// Corrections: no text is lost, no date is made up, and what looks wrong is told.

import { describe, expect, test } from 'vitest';
import { readArticle } from './article.ts';

function read(head: string) {
  const text = `---\ntitle: x\ndate: 2026-03-05 10:00\n${head}\n---\nTexte.\n`;
  const site = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true };
  const result = readArticle({ path: 'articles/x.md', bytes: Buffer.from(text) }, site);
  if (result.kind !== 'article') throw new Error(JSON.stringify(result));
  const told = result.findings.map(
    ({ severity, code, line, column, message }) => `${severity} ${code} ${line}:${column} ${message}`,
  );
  return { corrections: result.article.corrections, told };
}

const one = (more: string): string => `corrections:\n  - date: 2026-03-06\n    text: T\n${more}`;

describe('a correction', () => {
  test('has a date, a kind and a text', () => {
    const { corrections, told } = read('corrections:\n  - {date: “2026-03-06 08:00”, kind: Mise à jour, text: T}');
    expect(corrections).toEqual([
      {
        date: { at: Date.parse('2026-03-06T08:00+01:00'), iso: '2026-03-06T08:00:00+01:00' },
        kind: 'Mise à jour',
        text: 'T',
      },
    ]);
    expect(told).toEqual([]);
  });

  test('without a date, or with one that cannot be read, has none, and it is told', () => {
    expect(read('corrections: Nous avions écrit 8.')).toEqual({
      corrections: [{ date: null, kind: 'correction', text: 'Nous avions écrit 8.' }],
      told: ['warning missing-date 4:14 A correction has no date, so readers are not told when it was made.'],
    });
    expect(read('corrections:\n  - kind: précision\n    text: A\n  - date: hier\n    text: B')).toEqual({
      corrections: [
        { date: null, kind: 'précision', text: 'A' },
        { date: null, kind: 'correction', text: 'B' },
      ],
      told: [
        'warning missing-date 5:5 A correction has no date, so readers are not told when it was made.',
        'error bad-date 7:11 The date "hier" does not exist or cannot be read.',
      ],
    });
  });

  test('without a text is none, and it is told', () => {
    expect(read('corrections:\n  - date: 2026-03-06')).toEqual({
      corrections: [],
      told: ['error bad-value 5:5 A correction has no text.'],
    });
  });

  test('of a kind that is not usual is printed as it is, and it is told with those that are', () => {
    const { corrections, told } = read(one('    kind: truc'));
    expect(corrections[0]?.kind).toBe('truc');
    expect(told).toEqual(['warning bad-value 7:11 "truc" is no usual kind of correction; it is printed as it is.']);
    expect(read(one('    kind: PRECISION')).told).toEqual([]);
    expect(read(`lang: es\n${one('    kind: Corrección')}`).told).toEqual([]);
  });

  test('before the day of publication is told', () => {
    const dated = (date: string): string[] => read(`corrections: {date: ${date}, text: T}`).told;
    expect(dated('2026-03-04')).toEqual(['warning bad-date 4:21 The correction is dated before the publication.']);
    expect(dated('2026-03-05')).toEqual([]);
  });
});
