// Archives: nothing that was full or of a past month changes when a newer article comes. On a real site of 230 articles.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { article, removeSites, testSite, type TestSite } from '../test/site.ts';
import { archivePageSize, daysOf, monthsOf, newestCount } from './archives.ts';
import { makeArticle, makeLibrary } from './library.fixture.ts';

afterAll(removeSites);

/** Articles of the newspaper, one an hour: 20 in January, 205 in February, 5 in March. */
function papers(): string {
  const months = [
    ['01', 20],
    ['02', 205],
    ['03', 5],
  ] as const;
  return months
    .flatMap(([month, count]) =>
      Array.from({ length: count }, (_, i) => {
        const day = String(Math.floor(i / 10) + 1).padStart(2, '0');
        const file = `articles/2026/${month}/${day}/a${String(i).padStart(3, '0')}.md`;
        const keys = `title: A${month}-${i}\ndate: 2026-${month}-${day} ${String(i % 10).padStart(2, '0')}:00\nsection: monde`;
        return `=== ${file}\n${article(`${keys}\ntopics: [Climat]`)}`;
      }),
    )
    .join('');
}

/** Paths that differ between two trees. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).toSorted();
}

const teasers = (html: string): string[] => [...html.matchAll(/>A(\d\d-\d+)</g)].map((match) => match[1] as string);

describe('a newspaper of 230 articles', () => {
  let site: TestSite;
  beforeAll(async () => {
    site = testSite(`=== site.md\n${article('name: x\nsections: [monde]')}${papers()}`);
    await site.build();
  });

  test('has month pages of a hundred, oldest first, below the site, its section and its topic', () => {
    for (const base of ['', '/monde', '/sujets/climat']) {
      const pages = ['', '2/', '3/'].map((page) => teasers(site.read(`${base}/2026/02/${page}index.html`)));
      expect(pages.map((page) => page.length)).toEqual([100, 100, 5]);
      expect(pages.flat()).toEqual(Array.from({ length: 205 }, (_, i) => `02-${i}`));
      expect(site.has(`${base}/2026/02/4/index.html`)).toBe(false);
      expect(teasers(site.read(`${base}/2026/01/index.html`))).toHaveLength(20);
    }
  });

  test('lists days of the whole site, and of nothing else', () => {
    expect(teasers(site.read('/2026/02/03/index.html'))).toEqual(Array.from({ length: 10 }, (_, i) => `02-${20 + i}`));
    expect(site.has('/monde/2026/02/03/index.html')).toBe(false);
  });

  test('a newer article changes no past month, no full page and no other article', async () => {
    const before = site.tree();
    const keys = 'title: Neuf\ndate: 2026-03-05 11:00\nsection: monde\ntopics: [Climat]';
    site.write(`=== articles/2026/03/05/neuf.md\n${article(keys)}`);
    const report = await site.build();
    const files = changed(before, site.tree());
    expect(files).toEqual([
      '/2026/03/05/index.html',
      '/2026/03/05/neuf.html',
      '/2026/03/index.html',
      '/atom.xml',
      '/feed.json',
      '/fragments/dernieres.html',
      '/index.html',
      '/monde/2026/03/index.html',
      '/monde/atom.xml',
      '/monde/feed.json',
      '/monde/index.html',
      '/monde/rss.xml',
      '/news-sitemap.xml',
      '/rss.xml',
      '/sitemap.xml',
      '/sitemaps/2026-03.xml',
      '/sujets/climat/2026/03/index.html',
      '/sujets/climat/index.html',
    ]);
    expect(report.written).toBe(files.length);
    expect(report.written).toBeLessThanOrEqual(25 + 4);
  });
});

describe('archives', () => {
  const entries = (count: number, date: (i: number) => string) => {
    const articles = Array.from({ length: count }, (_, i) =>
      makeArticle(`articles/a${i}.md`, `title: A${i}\ndate: ${date(i)}`),
    );
    return makeLibrary(articles).library.entries;
  };

  test('are there once the list page does not show everything', () => {
    const some = entries(newestCount + 1, () => '2026-02-01');
    expect(monthsOf('/monde/', some.slice(1))).toEqual([]);
    expect(daysOf('/', some.slice(1))).toEqual([]);
    expect(monthsOf('/monde/', some)).toMatchObject([{ year: 2026, month: 2, day: null, count: newestCount + 1 }]);
    expect(daysOf('/', some)).toMatchObject([{ year: 2026, month: 2, day: 1, count: newestCount + 1 }]);
  });

  test('begin a new page when one is full', () => {
    const full = entries(archivePageSize, () => '2026-02-01');
    expect(monthsOf('/monde/', full)[0]?.sheets.map(({ path }) => path)).toEqual(['/monde/2026/02/']);
    const more = entries(archivePageSize + 1, () => '2026-02-01');
    expect(monthsOf('/monde/', more)[0]?.sheets.map(({ path }) => path)).toEqual([
      '/monde/2026/02/',
      '/monde/2026/02/2/',
    ]);
  });

  test('of the site never stand where a day stands, however many pages a month has', () => {
    const day = (i: number): string => `2026-02-${String((i % 28) + 1).padStart(2, '0')}`;
    const many = entries(3150, day);
    const months = monthsOf('/', many).flatMap(({ sheets }) => sheets.map(({ path }) => path));
    const days = daysOf('/', many).flatMap(({ sheets }) => sheets.map(({ path }) => path));
    expect(months).toHaveLength(32);
    expect(months).toContain('/2026/02/010/');
    expect(new Set([...months, ...days]).size).toBe(months.length + days.length);
  });

  test('count a day in the site’s zone', () => {
    const late = entries(newestCount + 1, () => '2026-01-31T23:30:00Z');
    expect(monthsOf('/', late)).toMatchObject([{ year: 2026, month: 2 }]);
  });
});
