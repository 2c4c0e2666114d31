// Words of both languages: complete, in their own typography, with the right plurals and dates.

import { expect, test } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { chooseWords, findWords } from './index.ts';

test('French and English know the same words', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(fr).toSorted());
  expect(Object.keys(en.roles)).toEqual(Object.keys(fr.roles));
  expect(Object.keys(en.types)).toEqual(Object.keys(fr.types));
});

test('a language with a region has its words, and one without words reads English', () => {
  expect(chooseWords('fr-CA')).toBe(fr);
  expect(chooseWords('EN')).toBe(en);
  expect(findWords('ar')).toBeNull();
  expect(chooseWords('ar')).toBe(en);
});

test('an instant has a long and a short form', () => {
  expect(fr.longDate('2021-12-02T16:28:00+01:00')).toBe('2 décembre 2021 à 16:28');
  expect(fr.shortDate('2026-03-05T05:50:00+01:00')).toBe('5 mars 2026, 05:50');
  expect(en.longDate('2021-12-02T16:28:00+01:00')).toBe('2 December 2021 at 16:28');
  expect(en.shortDate('2026-03-05T05:50:00+01:00')).toBe('5 March 2026, 05:50');
});

test('a day without time shows no time', () => {
  expect(fr.longDate('2026-03-01')).toBe('1er mars 2026');
  expect(fr.shortDate('2026-08-31')).toBe('31 août 2026');
  expect(fr.zone('2026-03-01')).toBe('');
});

test('the zone is told by its offset', () => {
  expect(fr.zone('2021-12-02T16:28:00+01:00')).toBe('UTC+1');
  expect(fr.zone('2021-12-02T16:28:00-03:30')).toBe('UTC−3:30');
  expect(fr.zone('2021-12-02T16:28:00Z')).toBe('UTC');
  expect(fr.zone('2021-12-02T16:28:00+00:00')).toBe('UTC');
});

test('nothing and one are singular in French, one alone in English', () => {
  expect([0, 1, 2].map(fr.comments)).toEqual(['0\u00a0commentaire', '1\u00a0commentaire', '2\u00a0commentaires']);
  expect([0, 1, 2].map(en.comments)).toEqual(['0\u00a0comments', '1\u00a0comment', '2\u00a0comments']);
  expect(fr.articles(12345)).toBe('12\u202f345\u00a0articles');
  expect(en.articles(1234567)).toBe('1,234,567\u00a0articles');
});

test('a list’s name is joined as French does', () => {
  expect(fr.backToList('Monde')).toBe('Derniers articles de Monde');
  expect(fr.backToList('Économie')).toBe('Derniers articles d’Économie');
});

test('months have twelve names', () => {
  for (const words of [fr, en]) {
    expect(new Set(Array.from({ length: 12 }, (_, i) => words.period(2026, i + 1, null))).size).toBe(12);
  }
});
