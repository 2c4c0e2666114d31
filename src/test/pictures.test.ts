// Pictures from an author's folder to the pages: whole sites, built for real.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { photo, pngBomb, telltale } from './picture-files.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

afterAll(removeSites);

const keys = 'title: La crue\ndate: 2026-03-01 09:00\nimage: { src: image.jpg, alt: Le pont, credit: A. Roux }';
const text = `=== articles/2026/03/01/crue.md\n${article(keys, 'Le fleuve monte.\n\n![La berge](berge.png "À l’aube")\n\nFin.')}`;
const page = '/2026/03/01/crue.html';

async function paper(image: Uint8Array): Promise<TestSite> {
  const site = testSite(text);
  site.writeBytes('articles/2026/03/01/image.jpg', image);
  site.writeBytes('articles/2026/03/01/berge.png', await photo(500, 300).png().toBuffer());
  return site;
}

describe('a page', () => {
  test('offers each picture in three formats, says its size, and every file that it names is there', async () => {
    const site = await paper(await telltale(1000, 600));
    expect(await site.build()).toMatchObject({ findings: [] });
    const markup = site.read(page);
    expect(markup).toMatch(
      /<figure class="opening"><picture><source type="image\/avif" srcset="[^"]+ 360w, [^"]+ 1000w" sizes="[^"]+"><source type="image\/webp"[^>]+><source type="image\/jpeg"[^>]+><img src="[^"]+-1000\.jpg" width="1000" height="600" alt="Le pont" fetchpriority="high"><\/picture>/,
    );
    expect(markup).toMatch(/<img src="[^"]+-500\.png" alt="La berge" width="500" height="300" loading="lazy"/);
    const named = [...markup.matchAll(/\/images\/[0-9a-f]{16}-\d+\.\w+/g)].map(([path]) => path);
    expect(new Set(named).size).toBeGreaterThan(8);
    for (const path of named) expect([path, site.has(path)]).toEqual([path, true]);
  });

  test('shows the author’s credit, else the one in the file', async () => {
    const site = await paper(await telltale(400, 300));
    await site.build();
    expect(site.read(page)).toContain('</span>A. Roux</span>');
    site.write(`=== articles/2026/03/01/crue.md\n${article(keys.replace(', credit: A. Roux', ''))}`);
    await site.build();
    expect(site.read(page)).toContain('</span>Zoe Marchand / Agence</span>');
    expect(site.read('/feed.json')).toContain('Zoe Marchand / Agence');
  });

  test('has no picture of a file that cannot be shown, and the author is told why, where', async () => {
    const site = await paper(pngBomb(30_000, 30_000));
    site.writeBytes(
      'articles/2026/03/01/berge.png',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    );
    const { articles, findings } = await site.build();
    expect(articles).toBe(1);
    expect(findings).toMatchObject([
      { code: 'bad-picture', severity: 'warning', message: expect.stringContaining('"image.jpg" has too many pixels') },
      { code: 'bad-picture', line: 9, message: expect.stringContaining('"berge.png" holds a script') },
    ]);
    expect(site.read(page)).not.toContain('<img');
    expect(site.read(page)).toContain('Fin.');
    expect([...site.tree().keys()].filter((path) => /\.(svg|avif|jpg)$/.test(path))).toEqual([]);
  });

  test('of whatever kind has the description of a picture that is not shown, or nothing, and the author is told', async () => {
    const body = `Le texte.

![Une rue](absente.jpg)

![Un quai](https://ailleurs.example/quai.jpg)

![](absente.png)

Une ![vue](absente.gif) dans la phrase.

![Une digue](absente.webp "La digue | A. Roux")`;
    const shown = `<p>Le texte.</p>
<p class="missing-picture">Image non disponible : Une rue</p>
<p class="missing-picture">Image non disponible : Un quai</p>

<p>Une  dans la phrase.</p>
<p class="missing-picture">Image non disponible : La digue</p>`;
    const site = testSite(`=== articles/2026/03/01/crue.md\n${article('title: x\ndate: 2026-03-01\nsection: s', body)}
=== pages/page.md\n${article('title: Page', body)}
=== sections/s.md\n${article('name: S', body)}`);
    const { findings } = await site.build();
    for (const file of ['articles/2026/03/01/crue.md', 'pages/page.md', 'sections/s.md']) {
      const told = findings.filter((finding) => finding.file === file);
      expect(told.map(({ code }) => code)).toEqual(Array(5).fill('missing-picture'));
      expect(told[1]?.message).toBe(
        'The picture https://ailleurs.example/quai.jpg lies on another server; it is not shown.',
      );
    }
    for (const path of [page, '/page/index.html', '/s/index.html']) {
      expect(site.read(path).replaceAll('\n\n', '\n')).toContain(shown.replaceAll('\n\n', '\n'));
      expect(site.read(path)).not.toContain('ailleurs.example');
    }
  });

  test('may be named by the site’s own full address, as other programs export it', async () => {
    const address = 'https://example.org/wp-content/2019/pont.jpg';
    const site = testSite(
      `=== articles/2026/03/01/crue.md\n${article(`title: x\ndate: 2026-03-01\nimage: ${address}`, `Le texte.\n\n![Un pont](${address})\n\n![Une rue](https://example.org/absente.jpg)`)}`,
    );
    mkdirSync(join(site.content, 'static/wp-content/2019'), { recursive: true });
    writeFileSync(join(site.content, 'static/wp-content/2019/pont.jpg'), await photo(700, 500).jpeg().toBuffer());
    const { findings } = await site.build();
    const missing = findings.filter(({ code }) => code === 'missing-picture');
    expect(missing.map(({ message }) => message)).toEqual([
      'The picture "https://example.org/absente.jpg" is missing; it is left out.',
    ]);
    expect(site.read(page).match(/<img /g)).toHaveLength(2);
    expect(site.read(page)).toContain('alt="Un pont"');
  });

  test('is not disturbed by a folder with the name of a picture', async () => {
    const site = testSite(text);
    mkdirSync(join(site.content, 'articles/2026/03/01/image.jpg'));
    mkdirSync(join(site.content, 'articles/2026/03/01/berge.png'));
    const { findings } = await site.build();
    expect(findings.map(({ code, message }) => [code, /is a folder/.test(message)])).toEqual([
      ['bad-picture', true],
      ['bad-picture', true],
    ]);
  });
});

test('a second build makes nothing and writes nothing; without the cache the same bytes come out', async () => {
  const site = await paper(await photo(700, 500).jpeg().toBuffer());
  const pictures = join(site.folder, 'pictures');
  await site.build({ pictures });
  const before = site.tree();
  expect(await site.build({ pictures })).toMatchObject({ written: 0, deleted: 0 });
  expect(await site.build({ pictures: join(site.folder, 'other'), cache: null })).toMatchObject({
    written: 0,
    deleted: 0,
  });
  expect(site.tree()).toEqual(before);
});

test('a picture that no visible article names any more goes away with all its files', async () => {
  const site = await paper(await photo(700, 500).jpeg().toBuffer());
  await site.build();
  const count = (): number => [...site.tree().keys()].filter((path) => /^\/images\/.*-\d+\./.test(path)).length;
  const before = count();
  site.write(`=== articles/2026/03/01/crue.md\n${article('title: La crue\ndate: 2026-03-01 09:00')}`);
  await site.build();
  expect(before).toBeGreaterThan(6);
  expect(count()).toBe(0);
});

test('what a feed offers is the file that every program shows, with its true size', async () => {
  const site = await paper(await photo(2000, 1000).webp().toBuffer());
  await site.build();
  const [, url, length, type] =
    /<enclosure url="([^"]+)" length="(\d+)" type="([^"]+)"/.exec(site.read('/rss.xml')) ?? [];
  expect(type).toBe('image/jpeg');
  const bytes = Buffer.from(site.tree().get(new URL(url as string).pathname) as string, 'latin1');
  expect(bytes.length).toBe(Number(length));
  expect((await sharp(bytes).metadata()).width).toBe(1680);
});

describe('where a link to a page is shared', () => {
  const rooms =
    '=== sections/monde.md\n---\nname: Monde\n---\n=== sources/reuters.md\n---\nname: Reuters\n---\n' +
    `=== articles/a.md\n${article('title: A\ndate: 2026-03-01\nsection: monde')}` +
    `=== articles/b.md\n${article('title: B\ndate: 2026-03-02\nsection: monde\nsource: reuters')}` +
    `=== articles/c.md\n${article('title: C\ndate: 2026-03-03\nsection: monde\nsource: un-inconnu')}`;
  const cardOf = (site: TestSite, path: string): string | undefined =>
    /<meta property="og:image" content="https:\/\/[^/]+([^"]+)"/.exec(site.read(path))?.[1];

  test('an article without a picture has the card of its source, else of its section', async () => {
    const site = testSite(rooms);
    await site.build();
    const [section, source] = [cardOf(site, '/monde/index.html'), cardOf(site, '/sources/reuters/index.html')];
    expect(section).not.toBe(source);
    expect(cardOf(site, '/2026/03/01/a.html')).toBe(section);
    expect(cardOf(site, '/2026/03/02/b.html')).toBe(source);
    expect(cardOf(site, '/2026/03/03/c.html')).toBe(section);
    expect(site.read('/2026/03/01/a.html')).toContain(
      `"image":[{"@type":"ImageObject","url":"https://example.org${section}"`,
    );
    expect(site.read('/2026/03/01/a.html')).toContain('<meta property="og:image:alt" content="Monde – Dépêche">');
    expect(site.read('/2026/03/01/a.html')).not.toContain('<img');
    const png = Buffer.from(site.tree().get(section as string) as string, 'latin1');
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
    expect(png.length).toBeLessThan(60_000);
  });

  test('every other page has the card of the newspaper, and no card is left over', async () => {
    const site = testSite(rooms);
    await site.build();
    const own = cardOf(site, '/index.html');
    expect(cardOf(site, '/404.html')).toBe(own);
    expect(cardOf(site, '/sources/un-inconnu/index.html')).toBe(own);
    expect([...site.tree().keys()].filter((path) => path.startsWith('/images/'))).toHaveLength(3);
  });

  test('a picture comes before the card, but a drawing does not', async () => {
    const site = await paper(await photo(900, 600).jpeg().toBuffer());
    await site.build();
    expect(cardOf(site, page)).toMatch(/-900\.jpg$/);
    site.writeBytes(
      'articles/2026/03/01/image.jpg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
    );
    await site.build();
    expect(cardOf(site, page)).toMatch(/\.png$/);
  });

  test('the same cards come out of another cache', async () => {
    const site = testSite(rooms);
    await site.build();
    const before = site.tree();
    await site.build({ pictures: join(site.folder, 'other'), cache: null });
    expect(site.tree()).toEqual(before);
  });
});
