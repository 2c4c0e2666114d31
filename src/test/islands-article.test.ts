// What an article does besides being read, in a real browser under a strict policy: fresh news below an old article,
// its age, sharing, a partner's film; and what stands there without script.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader, type Reader, strict } from './reader.ts';
import { article, removeSites, testSite } from './site.ts';

let reader: Reader;
let ssi: string;

const site = (more: string): string => `=== site.md
---
name: Le Test
players: [video.partner.example]
${more}---
=== sources/partner.md
---
name: Partner
kind: partner
---
=== static/film.mp4
no film
=== articles/old.md
${article('title: Vieux\ndate: 2021-12-02 16:28')}
=== articles/middle.md
${article('title: Milieu\ndate: 2025-11-02 16:28')}
=== articles/new.md
${article('title: Neuf\ndate: 2026-03-05 08:00')}
=== articles/top.md
${article('title: Top 5\ndate: 2026-03-05 09:00\nsource: partner\nvideo:\n  src: https://video.partner.example/top5\n  partner: Partner')}
=== articles/elsewhere.md
${article('title: Ailleurs\ndate: 2026-03-05 09:30\nvideo:\n  src: https://other.example/x\n  partner: Autre')}
=== articles/broken.md
${article('title: Abîmé\ndate: 2026-03-05 07:00\nimage: { src: abime.jpg, alt: Une crue }', 'Avant.\n\n![Un pont](vide.png)\n\nAprès.')}
=== articles/abime.jpg
no picture
=== articles/vide.png

=== articles/own.md
${article('title: Maison\ndate: 2026-03-05 09:40\nvideo: /film.mp4')}
`;

beforeAll(async () => {
  const built = testSite(site(''));
  await built.build();
  const included = testSite(site('fresh: ssi\nold-after: 60\n'));
  await included.build();
  ssi = included.read('/2021/12/02/old.html');
  // What a server would make of the page with the include.
  const list = included.read('/fragments/dernieres.html');
  const page = ssi.replace('<!--#include virtual="/fragments/dernieres.html" -->', list);
  writeFileSync(join(built.out, 'included.html'), page);
  writeFileSync(join(built.out, 'not-included.html'), ssi);
  writeFileSync(join(built.out, 'link.html'), '');
  const policy = `${strict['content-security-policy']}; frame-src https://video.partner.example`;
  reader = await createReader(built.out, { 'content-security-policy': policy });
}, 120_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

const old = '/2021/12/02/old.html';

describe('fresh news below an old article', () => {
  test('are fetched when the reader comes near, without the article itself', async () => {
    await reader.look(old, {}, async (page) => {
      const fresh = page.getByRole('region', { name: 'Dernières informations' });
      await fresh.scrollIntoViewIfNeeded();
      await fresh.getByRole('link', { name: 'Ailleurs' }).waitFor();
      expect(await fresh.getByRole('link', { name: 'Vieux' }).count()).toBe(0);
      expect(await fresh.getByRole('link', { name: 'Voir les dernières informations' }).count()).toBe(1);
    });
  });

  test('are not asked for before', async () => {
    // Long as soon as it is there: nothing may be drawn before.
    const tall = `new MutationObserver((_, watch) => {
      const body = document.querySelector('.body');
      if (body === null) return;
      watch.disconnect();
      for (let i = 0; i < 200; i++) body.before(Object.assign(document.createElement('p'), { textContent: 'x' }));
    }).observe(document, { childList: true, subtree: true })`;
    await reader.look(old, { before: tall }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.reload();
      await page.waitForTimeout(500);
      expect(asked.filter((url) => url.includes('fragments'))).toEqual([]);
      await page.locator('.fresh').scrollIntoViewIfNeeded();
      await page.locator('.fresh .teaser').first().waitFor();
      expect(asked.filter((url) => url.includes('fragments')).length).toBe(1);
    });
  });

  test('leave the link when they do not come, and without script', async () => {
    await reader.look('/a-propos/', {}, async (page) => {
      await page.route('**/fragments/**', (route) => route.abort());
      await page.goto(reader.url + old);
      await page.locator('.fresh').scrollIntoViewIfNeeded();
      await page.waitForTimeout(300);
      expect(await page.locator('.fresh .teaser').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Voir les dernières informations' }).isVisible()).toBe(true);
    });
    await reader.look(old, { script: false }, async (page) => {
      expect(await page.getByRole('link', { name: 'Voir les dernières informations' }).getAttribute('href')).toBe('/');
    });
  });

  test('are put in by the server where it can, and by the script where it did not', async () => {
    expect(ssi).toContain('<!--#include virtual="/fragments/dernieres.html" -->');
    await reader.look('/included.html', { script: false }, async (page) => {
      expect(await page.locator('.fresh .teaser').count()).toBeGreaterThan(2);
    });
    await reader.look('/not-included.html', {}, async (page) => {
      await page.locator('.fresh').scrollIntoViewIfNeeded();
      await page.locator('.fresh .teaser').first().waitFor();
    });
  });
});

test('a four-year-old article shows today’s news without having been made again', async () => {
  const paper = testSite(`=== articles/old.md\n${article('title: Vieux\ndate: 2021-12-02 16:28')}`);
  await paper.build();
  const before = paper.read(old);
  paper.write(`=== articles/today.md\n${article('title: Du jour\ndate: 2026-03-05 11:00')}`);
  await paper.build();
  expect(paper.read(old)).toBe(before);
  const own = await createReader(paper.out);
  try {
    await own.look(old, {}, async (page) => {
      await page.locator('.fresh').scrollIntoViewIfNeeded();
      await page
        .getByRole('region', { name: 'Dernières informations' })
        .getByRole('link', { name: 'Du jour' })
        .waitFor();
    });
  } finally {
    await own.close();
  }
});

test('pictures that cannot be shown leave a whole page without a hole', async () => {
  await reader.look('/2026/03/05/broken.html', {}, async (page) => {
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.locator('.body').innerText()).toMatch(/Avant\.[^]*Après\./);
    expect(await page.locator('h1').innerText()).toBe('Abîmé');
  });
});

test('a newspaper without an intake has no form and no button for comments, with script or without', async () => {
  for (const script of [true, false]) {
    await reader.look(old, { script }, async (page) => {
      expect(await page.getByRole('button', { name: /Signaler|Répondre|Envoyer/ }).count()).toBe(0);
      expect(await page.locator('textarea, form.write').count()).toBe(0);
      expect(await page.locator('main').innerText()).not.toContain('Écrire un commentaire');
    });
  }
});

describe('the age of an article', () => {
  const at = (day: string): string => `{ const now = Date.parse('${day}T12:00:00Z'); Date.now = () => now; }`;

  test.each([
    ['2026-03-05', 'Cet article date de plus de 4 ans.'],
    ['2023-01-05', 'Cet article date de plus d’un an.'],
  ])('is said on %s', async (day, sentence) => {
    await reader.look(old, { before: at(day) }, async (page) => {
      expect((await page.locator('.age').innerText()).replaceAll('\u00a0', ' ')).toBe(sentence);
    });
  });

  test('is said in months where the newspaper wants it early', async () => {
    await reader.look('/included.html', { before: at('2022-04-05') }, async (page) => {
      expect((await page.locator('.age').innerText()).replaceAll('\u00a0', ' ')).toBe(
        'Cet article date de plus de 4 mois.',
      );
    });
  });

  test('is not said of a young article, nor without script', async () => {
    await reader.look(old, { before: at('2022-06-05') }, async (page) => {
      expect(await page.locator('.age').isVisible()).toBe(false);
    });
    await reader.look(old, { script: false }, async (page) => {
      expect(await page.locator('.age').isVisible()).toBe(false);
    });
  });
});

describe('sharing', () => {
  test('opens the sheet of the system, with headline and address', async () => {
    const before = `navigator.share = (data) => { window.shared = data; return Promise.resolve(); };`;
    await reader.look(old, { before }, async (page) => {
      await page.getByRole('button', { name: 'Partager' }).click();
      expect(await page.evaluate('window.shared')).toEqual({ title: 'Vieux', url: `https://example.org${old}` });
    });
  });

  test('copies the link where there is no sheet, and says so', async () => {
    const before = `delete Navigator.prototype.share; Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => { window.copied = text; return Promise.resolve(); } } });`;
    await reader.look(old, { before }, async (page) => {
      await page.getByRole('button', { name: 'Copier le lien' }).press('Enter');
      await page.getByRole('status').getByText('Le lien est copié.').waitFor();
      expect(await page.evaluate('window.copied')).toBe(`https://example.org${old}`);
    });
  });

  test('says the address when it cannot be copied', async () => {
    const before = `delete Navigator.prototype.share; Object.defineProperty(navigator, 'clipboard', { value: undefined });`;
    await reader.look(old, { before }, async (page) => {
      await page.getByRole('button', { name: 'Copier le lien' }).click();
      await page.getByRole('status').getByText(`https://example.org${old}`).waitFor();
    });
  });

  test('offers nothing without script', async () => {
    await reader.look(old, { script: false }, async (page) => {
      expect(await page.getByRole('button').count()).toBe(0);
    });
  });
});

describe('a partner’s film', () => {
  const top = '/2026/03/05/top.html';

  test('loads nothing before the click, and plays in the page after it', async () => {
    await reader.look(old, {}, async (page) => {
      const asked: string[] = [];
      await page.route('https://video.partner.example/**', (route) => {
        asked.push(route.request().url());
        return route.fulfill({ contentType: 'text/html', body: '<title>film</title>' });
      });
      await page.goto(reader.url + top);
      await page.waitForTimeout(300);
      expect(asked).toEqual([]);
      expect(await page.locator('main').innerText()).toContain('Contenu partenaire\u00a0· Partner');
      await page.getByRole('button', { name: 'Regarder la vidéo de Partner' }).press('Enter');
      await page.locator('iframe[title="Regarder la vidéo de Partner"]').waitFor();
      await page.waitForTimeout(200);
      expect(asked).toEqual(['https://video.partner.example/top5']);
      expect(await page.locator('iframe:focus').count()).toBe(1);
    });
  });

  test('of a host that was not named stays a link', async () => {
    await reader.look('/2026/03/05/elsewhere.html', {}, async (page) => {
      expect(await page.getByRole('link', { name: 'Regarder la vidéo de Autre' }).getAttribute('href')).toBe(
        'https://other.example/x',
      );
      expect(await page.locator('main').innerText()).toContain('La vidéo s’ouvre sur other.example.');
    });
  });

  test('of our own plays as a film', async () => {
    await reader.look('/2026/03/05/own.html', {}, async (page) => {
      await page.getByRole('button', { name: 'Regarder la vidéo' }).click();
      expect(await page.locator('video').getAttribute('src')).toContain('/film.mp4');
    });
  });

  test('is a plain link without script', async () => {
    await reader.look(top, { script: false }, async (page) => {
      const link = page.getByRole('link', { name: 'Regarder la vidéo de Partner' });
      expect(await link.getAttribute('href')).toBe('https://video.partner.example/top5');
      expect(await link.getAttribute('rel')).toBe('sponsored');
    });
  });
});
