import { describe, expect, test } from 'vitest';
import { newsSitemap, newsWindow } from './news-sitemap.ts';
import { robots } from './robots.ts';
import { addressesPerSitemap, sitemapIndex, sitemapMonth, sitemapParts } from './sitemaps.ts';
import { findAll, readXml, texts } from './strict-xml.fixture.ts';
import type { NewsEntry } from './types.ts';

const now = Date.parse('2026-03-05T12:00:00+01:00');
const publication = { name: 'Dépêche', lang: 'fr-FR' };
const news = (url: string, at: number): NewsEntry => ({ url, title: url, date: '2026-03-05', at, publication });

describe('the sitemap', () => {
  test('the index names its files and when each last changed', () => {
    const url = 'https://depeche.example/sitemaps/2026-03.xml';
    const root = readXml(sitemapIndex([{ url, lastmod: '2026-03-05T12:00:00+01:00' }]));
    expect(root.name).toBe('sitemapindex');
    expect(texts(root, 'loc')).toEqual([url]);
    expect(texts(root, 'lastmod')).toEqual(['2026-03-05T12:00:00+01:00']);
  });

  test('a month names pages, days or instants, and pictures', () => {
    const root = readXml(
      sitemapMonth([
        { url: 'https://depeche.example/a.html', lastmod: '2026-03-05', pictures: ['https://depeche.example/é&.jpg'] },
        { url: 'https://depeche.example/b.html', lastmod: '' },
      ]),
    );
    expect(texts(root, 'loc')).toHaveLength(2);
    expect(texts(root, 'lastmod')).toEqual(['2026-03-05']);
    expect(texts(root, 'image:loc')).toEqual(['https://depeche.example/%C3%A9&.jpg']);
  });

  test('a month beyond the limit is cut into parts and loses nothing', () => {
    const entries = Array.from({ length: addressesPerSitemap + 1 }, (_, i) => ({
      url: `https://d.example/${i}`,
      lastmod: '',
    }));
    const parts = sitemapParts(entries);
    expect(parts.map((part) => part.length)).toEqual([addressesPerSitemap, 1]);
    expect(sitemapMonth(entries)).toBe(sitemapMonth(parts[0] ?? []));
    expect(sitemapParts([])).toEqual([[]]);
  });

  test('hostile addresses leave it well-formed', () => {
    const url = 'https://d.example/]]></loc>&"\'<\0\ufffe\ud800 \n😀';
    expect(texts(readXml(sitemapMonth([{ url, lastmod: url, pictures: [url] }])), 'loc')).toHaveLength(1);
    expect(texts(readXml(sitemapIndex([{ url, lastmod: url }])), 'loc')).toHaveLength(1);
  });
});

describe('the news sitemap', () => {
  test('holds what appeared in the last 48 hours: the present instant is in, the one 48 hours ago is out', () => {
    const entries = [
      news('https://d.example/future', now + 1),
      news('https://d.example/now', now),
      news('https://d.example/last', now - newsWindow + 1),
      news('https://d.example/gone', now - newsWindow),
    ];
    expect(texts(readXml(newsSitemap(entries, now)), 'loc')).toEqual([
      'https://d.example/now',
      'https://d.example/last',
    ]);
  });

  test('is newest first, equal instants by address, whatever the order that is given', () => {
    const entries = [
      news('https://d.example/b', now - 5),
      news('https://d.example/a', now - 5),
      news('https://d.example/c', now),
    ];
    const written = newsSitemap(entries, now);
    expect(texts(readXml(written), 'loc').map((url) => url.at(-1))).toEqual(['c', 'a', 'b']);
    expect(newsSitemap(entries.toReversed(), now)).toBe(written);
  });

  test('holds at most 1,000, the newest', () => {
    const entries = Array.from({ length: 1200 }, (_, i) => news(`https://d.example/${i}`, now - i));
    const urls = texts(readXml(newsSitemap(entries, now)), 'loc');
    expect(urls).toHaveLength(1000);
    expect(urls[0]).toBe('https://d.example/0');
  });

  test('names publication, language, day and title as Google asks', () => {
    const title = 'Crue ]]> & <b> \0 😀';
    const entry = { ...news('https://d.example/a', now), title };
    const root = readXml(newsSitemap([entry], now));
    expect(texts(root, 'news:name')).toEqual(['Dépêche']);
    expect(texts(root, 'news:language')).toEqual(['fr']);
    expect(texts(root, 'news:publication_date')).toEqual(['2026-03-05']);
    expect(texts(root, 'news:title')).toEqual(['Crue ]]> & <b>  😀']);
    const chinese = { ...entry, publication: { name: 'D', lang: 'zh-Hant' } };
    expect(texts(readXml(newsSitemap([chinese], now)), 'news:language')).toEqual(['zh-tw']);
  });

  test('is well-formed when there is no news', () => {
    expect(findAll(readXml(newsSitemap([], now)), 'url')).toEqual([]);
  });
});

describe('robots.txt', () => {
  test('allows everything and names both sitemaps', () => {
    expect(robots('https://depeche.example/')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://depeche.example/sitemap.xml\nSitemap: https://depeche.example/news-sitemap.xml\n',
    );
  });

  test('no address can add a line', () => {
    expect(
      robots('https://depeche.example/\nDisallow: /')
        .split('\n')
        .filter((line) => line.startsWith('Dis')),
    ).toEqual([]);
  });
});
