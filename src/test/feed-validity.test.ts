// Feeds and sitemaps of a newspaper whose authors write whatever they like: every file keeps every rule of its format.

import { afterAll, expect, test } from 'vitest';
import { readXml, texts } from '../output/strict-xml.fixture.ts';
import { feedFaults } from './feed-rules.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

afterAll(removeSites);

const address = 'https://exemple.fr';
const settings = `=== site.md
---
name: 'La <Gazette> & "Co" ]]>'
url: ${address}/
tagline: '<b>Tout</b> & rien'
sections: [monde, sport]
---
=== sections/monde.md
---
name: Monde & <Cie>
summary: Ce qui se passe <ailleurs> & ici.
---
=== authors/a.md
---
name: 'Ann "A" <Lee>'
---
`;
const hostile = [
  `title: ']]></title></script><script>alert(1)</script><!-- & &amp; &bogus; "x"'\ndate: 2026-03-05 09:00\nauthors: [a, 'B & <C>']`,
  'title: "emoji 😀 مرحبا \\u202e fin"\ndate: 2026-03-05\nupdated: 2026-03-05 11:00',
  'title: Le jour seul\ndate: 2026-03-05\nsummary: "<p>Un</p> & <script>deux</script> , trois"',
  'title: "a & b < c > d"\ndate: 2026-03-04 02:30\nsource: Agence & <Cie>\ntopics: ["x & <y>", "\\"z\\""]',
  'title: Le même id\nid: le même\ndate: 2026-03-03 08:00',
  'title: Le même id encore\nid: le même\ndate: 2026-03-03 08:00',
  'title: Été\nslug: été\ndate: 2026-03-02 08:00\nlang: en',
  'title: Été\nslug: ete\ndate: 2026-03-02 09:00',
  'title: Été\nslug: ete\nlang: ar\ndate: 2026-03-02 10:00',
  'title: Une heure\ndate: 2026-10-25 02:30\nupdated: 2026-10-20',
];

function hostileSite(): TestSite {
  const site = testSite(settings);
  for (const [i, keys] of hostile.entries()) {
    const body = i === 3 ? `Un ]]> texte & <b>gras</b>.\n\n<script>alert(1)</script>` : 'Un texte.';
    site.writeBytes(`articles/a${i}.md`, Buffer.from(article(`${keys}\nsection: monde`, body)));
  }
  const json = String.raw`{"title": "a\u0000b\u0001c\ud800d\uffff", "id": "x\ud800\u0000", "date": "2026-03-05 08:00", "section": "sport"}`;
  site.writeBytes('articles/json.md', Buffer.from(`---json\n${json}\n---\n\nUn texte.\n`));
  site.write(
    `=== comments/le-jour-seul/1.md\n---\nauthor: 'x <b> & ]]>'\ndate: 2026-03-05 10:00\n---\nUn <b>mot</b> & ]]>\n`,
  );
  return site;
}

test('no feed and no sitemap breaks a rule, whatever the titles, ids and dates', async () => {
  const site = hostileSite();
  const report = await site.build({ at: '2026-11-01T12:00:00+01:00' });
  expect(report).toMatchObject({ articles: hostile.length + 1, refused: 0 });
  const files = [...site.tree().keys()].filter((path) => /\.xml$|feed\.json$/.test(path));
  expect(files.length).toBeGreaterThan(14);
  expect(files.flatMap((path) => feedFaults(path, site.read(path), address))).toEqual([]);
  expect(texts(readXml(site.read('/rss.xml')), 'guid')).toHaveLength(hostile.length + 1);
  for (const path of site.tree().keys()) {
    if (!path.endsWith('.html')) continue;
    for (const [, json] of site.read(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      JSON.parse(json as string);
    expect(site.read(path)).not.toContain('alert(1)</script><!--');
  }
});

test('the news sitemap follows the instant of the build, to the second', async () => {
  const site = testSite(settings);
  site.writeBytes('articles/a.md', Buffer.from(article('title: A\ndate: 2026-03-29 01:30\nsection: monde')));
  site.writeBytes('articles/b.md', Buffer.from(article('title: B\ndate: 2026-03-30\nsection: monde')));
  const titles = async (at: string): Promise<readonly string[]> => {
    await site.build({ at });
    expect(feedFaults('/news-sitemap.xml', site.read('/news-sitemap.xml'), address)).toEqual([]);
    return texts(readXml(site.read('/news-sitemap.xml')), 'news:title');
  };
  // 48 hours later the clock shows an hour more: it was put forward in between.
  expect(await titles('2026-03-31T02:29:59+02:00')).toEqual(['B', 'A']);
  expect(await titles('2026-03-31T02:30:00+02:00')).toEqual(['B']);
  expect(await titles('2026-03-31T23:59:59+02:00')).toEqual(['B']);
  expect(await titles('2026-04-01T00:00:00+02:00')).toEqual([]);
});

test('the rules find what they are for', async () => {
  const site = testSite(settings);
  site.writeBytes('articles/a.md', Buffer.from(article('title: A\ndate: 2026-03-05 09:00\nsection: monde')));
  site.writeBytes('articles/b.md', Buffer.from(article('title: B\ndate: 2026-03-05 08:00\nsection: monde')));
  await site.build();
  const spoilt = (path: string, pattern: RegExp | string, by: string): string[] => {
    const text = site.read(path).replace(pattern, by);
    expect(text).not.toBe(site.read(path));
    return feedFaults(path, text, address);
  };
  expect(spoilt('/rss.xml', 'Thu, 05', 'Wed, 05')).toHaveLength(1);
  expect(spoilt('/rss.xml', '+0100</pubDate>', 'CET</pubDate>')).not.toEqual([]);
  expect(spoilt('/rss.xml', /:b<\/guid>/, ':a</guid>')).toHaveLength(2);
  expect(spoilt('/rss.xml', `<link>${address}/2026`, '<link>/2026')).toHaveLength(1);
  expect(spoilt('/rss.xml', /<item>\n<title>A<\/title>/, '<item>')).not.toEqual([]);
  expect(spoilt('/atom.xml', /<updated>.*?<\/updated>/, '')).not.toEqual([]);
  expect(spoilt('/atom.xml', '<title>A', '<title>&bogus;')).toHaveLength(1);
  expect(spoilt('/atom.xml', '<title>A', '<title>\u0001')).toHaveLength(1);
  expect(spoilt('/feed.json', '"content_text":', '"text":')).toHaveLength(1);
  expect(spoilt('/news-sitemap.xml', /<news:language>fr/, '<news:language>fr-FR')).toHaveLength(1);
  expect(spoilt('/sitemap.xml', address, 'https://autre.example')).toHaveLength(1);
});
