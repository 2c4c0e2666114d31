// The next instant at which the site would change by itself, so that a scheduler knows when to build again.

import { describe, expect, test } from 'vitest';
import { makeArticle, makePage, noon } from './library.fixture.ts';
import { isVisible, nextChange, visibleFrom } from './visibility.ts';

const on = (keys: string) => makeArticle('articles/x.md', `title: X\n${keys}`);
const past = 'date: 2026-03-01';
const after = Date.parse('2026-03-06T08:00:00+01:00');

describe('the next change', () => {
  test.each<readonly [string, string, number | null]>([
    ['is the date of an article of the future', 'date: 2026-03-06 08:00', after],
    ['is the end of an embargo', `${past}\nembargo: 2026-03-06 08:00`, after],
    ['is the later of date and embargo', 'date: 2026-03-05 18:00\nembargo: 2026-03-06 08:00', after],
    ['is the end of an article', `${past}\nexpires: 2026-03-06 08:00`, after],
    ['is not an end that is over', `${past}\nexpires: 2026-03-02`, null],
    ['is not the date of a draft', 'date: 2026-03-06\nstatus: draft', null],
    ['is when the notice of a withdrawn article appears', 'date: 2026-03-06 08:00\nstatus: withdrawn', after],
    ['is not the end of a withdrawn article', `${past}\nexpires: 2026-03-06\nstatus: withdrawn`, null],
    ['is not that of an article which ends before it begins', 'date: 2026-03-07\nexpires: 2026-03-06', null],
    ['does not come for an article that just stays', past, null],
  ])('%s', (_, keys, expected) => {
    expect(nextChange([on(keys)], [], noon)).toBe(expected);
  });

  test('is that of a page, which needs no date', () => {
    const page = (keys: string) => makePage('pages/x.md', `title: X\n${keys}`);
    expect(nextChange([], [page('embargo: 2026-03-06 08:00')], noon)).toBe(after);
    expect(nextChange([on(past)], [page('order: 1\nexpires: 2026-03-06 08:00')], noon)).toBe(after);
    expect(nextChange([], [page('order: 1'), page('status: withdrawn\ndate: 2026-03-06')], noon)).toBeNull();
  });

  test('is the first of several', () => {
    const articles = ['2026-03-08', '2026-03-06 08:00', '2026-03-07'].map((date) => on(`date: ${date}`));
    expect(nextChange(articles, [], noon)).toBe(after);
    expect(nextChange([], [], noon)).toBeNull();
  });

  test('is later than the instant that is asked of, and visibility does change then', () => {
    const article = on('date: 2026-03-06 08:00\nexpires: 2026-03-07');
    let at = noon;
    const seen = [isVisible(article, at)];
    for (let next = nextChange([article], [], at); next !== null; next = nextChange([article], [], at)) {
      expect(next).toBeGreaterThan(at);
      expect(isVisible(article, next - 1)).toBe(seen.at(-1));
      at = next;
      seen.push(isVisible(article, at));
    }
    expect(seen).toEqual([false, true, false]);
  });
});

test('an article is public from the later of its date and its embargo', () => {
  expect(visibleFrom(on('date: 2026-03-06 08:00\nembargo: 2026-03-01'))).toBe(after);
  expect(visibleFrom(on(`${past}\nembargo: 2026-03-06 08:00`))).toBe(after);
});
