// Searching the demo newspaper in a real browser, under the policy that hosts are to send: French words, filters, order,
// keyboard, addresses that can be shared, and what there is without script.

/// <reference lib="dom" />

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateSearch } from '../search/update-search.ts';
import { buildDemo, type Demo } from './demo.ts';
import { createReader, type Reader } from './reader.ts';
import { removeSites, testSite } from './site.ts';

let demo: Demo;
let reader: Reader;

const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types depeche; frame-ancestors 'none'";

beforeAll(async () => {
  demo = await buildDemo();
  const cache = join(demo.out, '../cache');
  const report = await updateSearch({ out: demo.out, cache, lang: 'fr', mode: 'changed', budget: 120_000 });
  expect(report).toMatchObject({ made: ['2026', '2025', '2021'], kept: 0, findings: [] });
  reader = await createReader(demo.out, { 'content-security-policy': policy });
}, 300_000);

afterAll(async () => {
  await reader?.close();
  demo?.remove();
});

const results = (page: Page): Promise<string[]> =>
  page.locator('[data-search="list"] h3 a').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
const settled = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => {
    const text = document.querySelector('[data-search="status"]')?.textContent ?? '';
    return text !== '' && !text.includes('en cours');
  });
const status = async (page: Page): Promise<string> =>
  (await page.getByRole('status').innerText()).replaceAll('\u00a0', ' ');

describe('with script', () => {
  test('a question typed and sent by keyboard is answered, announced, and stands in the address', async () => {
    await reader.look('/recherche/', {}, async (page) => {
      await page.keyboard.type('prix de l’énergie');
      await page.keyboard.press('Enter');
      await settled(page);
      expect(await status(page)).toMatch(/^\d+ articles pour « prix de l’énergie »$/);
      expect(new URL(page.url()).searchParams.get('q')).toBe('prix de l’énergie');
      const first = page.locator('[data-search="list"] li').first();
      expect(await first.locator('time').getAttribute('datetime')).toMatch(/^20\d\d-/);
      expect(await first.locator('time').innerText()).toMatch(/\d{4} à \d\d:\d\d$/);
      expect(await first.locator('.label').innerText()).not.toBe('');
      expect(await page.locator('[data-search="list"] mark').count()).toBeGreaterThan(0);
      expect(await page.locator('[data-search="list"]').innerText()).not.toContain('\u2060');
    });
  });

  test('an excerpt that is cut in a sentence says so, at either end', async () => {
    await reader.look('/recherche/?q=train', {}, async (page) => {
      await settled(page);
      const excerpts = await page.locator('[data-search="list"] .excerpt').allInnerTexts();
      expect(excerpts.length).toBeGreaterThan(3);
      for (const excerpt of excerpts) expect(excerpt).toMatch(/^(?:… \S|\p{Lu}).*(?:[^\s…]…|[.!?][\s»]*)$/su);
      expect(excerpts.join('\n')).toMatch(/^… .*train/m);
    });
  });

  test('an excerpt does not begin with the headline above it, and stands beside a picture on a telephone, too', async () => {
    await reader.look('/recherche/?q=train', { width: 360 }, async (page) => {
      await settled(page);
      const found = page.locator('li', { has: page.locator('a[href$="dernier-train-de-la-vallee.html"]') });
      expect(await found.locator('img').count()).toBe(1);
      expect(await found.locator('.excerpt').isVisible()).toBe(true);
      expect(await found.locator('.excerpt').innerText()).toMatch(/^Onze gares/);
      expect(await found.locator('mark').count()).toBe(0);
    });
  });

  test('a result says its kind, and dates of articles in another language are in the page’s own', async () => {
    await reader.look('/recherche/?q=train', {}, async (page) => {
      await settled(page);
      const label = (path: string): Promise<string> =>
        page
          .locator('li', { has: page.locator(`a[href$="${path}"]`) })
          .locator('.label')
          .innerText();
      expect(await label('eloge-du-train-omnibus.html')).toMatch(/^Opinion /);
      expect(await label('tempete-maelys-fil-de-la-nuit.html')).toMatch(/^Direct terminé /);
      expect(await label('dernier-train-de-la-vallee.html')).toBe('France');
      const english = page.locator('[data-search="list"] li[lang="en"]').first();
      expect(await english.locator('time').innerText()).toMatch(/^22 février 2026/);
      expect(await english.locator('.meta').getAttribute('lang')).toBe('fr');
    });
  });

  test('on its own page the way to the search leads to the field', async () => {
    await reader.look('/recherche/?q=train', {}, async (page) => {
      await settled(page);
      await page.getByRole('link', { name: 'Rechercher' }).press('Enter');
      expect(await page.locator(':focus').getAttribute('id')).toBe('d_words');
      expect(await page.getByRole('dialog').count()).toBe(0);
    });
  });

  test('a word is found behind an elision, in any ending, and without its accents', async () => {
    await reader.look('/recherche/?q=ukraine', {}, async (page) => {
      await settled(page);
      const plain = (await results(page)).length;
      expect(plain).toBeGreaterThan(3);
      for (const words of ['l’Ukraine', "l'ukraine"]) {
        await page.getByRole('searchbox').fill(words);
        await page.keyboard.press('Enter');
        await page.waitForFunction((q) => document.querySelector('[role="status"]')?.textContent?.includes(q), words);
        await settled(page);
        expect((await results(page)).length).toBe(plain);
      }
      for (const words of ['election', 'élections']) {
        await page.getByRole('searchbox').fill(words);
        await page.keyboard.press('Enter');
        await page.waitForFunction((q) => document.querySelector('[role="status"]')?.textContent?.includes(q), words);
        await settled(page);
        expect((await results(page)).length).toBeGreaterThan(2);
      }
    });
  });

  test('the newest come first when asked, over all years', async () => {
    await reader.look('/recherche/?q=ukraine&order=newest', {}, async (page) => {
      await settled(page);
      const dates = await page
        .locator('[data-search="list"] time')
        .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
      expect(dates.length).toBeGreaterThan(3);
      expect(new Set(dates.map((date) => date.slice(0, 4))).size).toBeGreaterThan(1);
      expect(dates).toEqual(dates.toSorted().toReversed());
    });
  });

  test('section and year narrow the answer, and going back widens it again', async () => {
    await reader.look('/recherche/?q=train', {}, async (page) => {
      await settled(page);
      const all = await results(page);
      await page.getByLabel('Année').selectOption('2026');
      await page.waitForURL(/year=2026/);
      await page.getByLabel('Rubrique', { exact: true }).selectOption('Opinions');
      await page.waitForURL(/section=Opinions/);
      await expect.poll(() => results(page)).toEqual(['/2026/03/01/eloge-du-train-omnibus.html']);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => results(page)).toEqual(all);
      expect(await page.getByLabel('Rubrique', { exact: true }).inputValue()).toBe('');
    });
  });

  test('twenty are shown at a time; the next ones take the focus', async () => {
    await reader.look('/recherche/?q=mars', {}, async (page) => {
      await settled(page);
      const list = page.locator('[data-search="list"] li');
      await expect.poll(() => list.count()).toBe(20);
      await page.getByRole('button', { name: 'Afficher plus' }).press('Enter');
      await expect.poll(() => list.count()).toBeGreaterThan(20);
      expect(await page.locator(':focus').getAttribute('href')).toBe((await results(page))[20]);
    });
  });

  test('a result shows its own picture, or none', async () => {
    await reader.look('/recherche/?q=verrerie', {}, async (page) => {
      await settled(page);
      const plain = page.locator('li', { has: page.locator('a[href$="hydrogene-verrerie-air-liquide.html"]') });
      expect(await plain.count()).toBe(1);
      expect(await plain.locator('img').count()).toBe(0);
    });
    await reader.look('/recherche/?q=centre de données', {}, async (page) => {
      await settled(page);
      const image = page.locator('[data-search="list"] li').first().locator('img');
      expect(
        await image.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
      ).toBeGreaterThan(1);
    });
  });

  test('what the network did not bring is asked for again by the next question', async () => {
    await reader.look('/recherche/', {}, async (page) => {
      let isAway = /\/pagefind\//;
      await page.route(/\/pagefind\//, (route, request) =>
        isAway.test(request.url()) ? route.abort() : route.continue(),
      );
      const ask = async (words: string): Promise<void> => {
        await page.getByRole('searchbox').fill(words);
        await page.keyboard.press('Enter');
        await page.waitForFunction((q) => location.search.includes(q), words);
        await settled(page);
      };
      await ask('train');
      expect(await results(page)).toEqual([]);
      isAway = /pagefind\.js/;
      await ask('gare');
      expect(await results(page)).toEqual([]);
      isAway = /nothing/;
      await ask('rail');
      await page.waitForFunction(() => document.querySelectorAll('[data-search="list"] li').length > 0);
    });
  });

  test('words between quotation marks are sought as they stand, and named once between them', async () => {
    await reader.look('/recherche/?q=« Premier ministre »', {}, async (page) => {
      await settled(page);
      expect(await status(page)).toMatch(/ pour « Premier ministre »$/);
      const phrase = await results(page);
      await page.goto(`${reader.url}/recherche/?q="ministre premier"`);
      await settled(page);
      expect(phrase.length).toBeGreaterThan(0);
      expect(await results(page)).not.toEqual(phrase);
    });
  });

  test('no answer is said in a sentence', async () => {
    await reader.look('/recherche/?q=zzyzx', {}, async (page) => {
      await settled(page);
      expect(await status(page)).toContain('Aucun article pour « zzyzx »');
      expect(await results(page)).toEqual([]);
    });
  });

  test('partner content and other languages are marked among the results', async () => {
    await reader.look('/recherche/?q=Libertify', {}, async (page) => {
      await settled(page);
      expect(await page.locator('li.partner .label').first().innerText()).toMatch(/contenu partenaire/i);
    });
    await reader.look('/recherche/?q=sleeper', {}, async (page) => {
      await settled(page);
      expect(await page.locator('[data-search="list"] li').first().getAttribute('lang')).toBe('en');
    });
  });

  test('a question that is markup stays text', async () => {
    const words = '"><img src=x onerror=alert(1)>{n}{q}$&';
    await reader.look(`/recherche/?q=${encodeURIComponent(words)}`, {}, async (page) => {
      await settled(page);
      expect(await status(page)).toContain(words);
      expect(await page.locator('img[onerror]').count()).toBe(0);
    });
  });

  test.each([
    ['light', false],
    ['dark', true],
  ])('results have no axe violation in the %s theme', async (_, dark) => {
    await reader.look('/recherche/?q=mars', { dark }, async (page) => {
      await settled(page);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });

  test('nothing scrolls sideways on a small screen', async () => {
    await reader.look('/recherche/?q=mars', { width: 320 }, async (page) => {
      await settled(page);
      const [inner, outer] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(inner).toBeLessThanOrEqual(outer as number);
    });
  });
});

test('without script there is no dead form, but the way into the archives', async () => {
  await reader.look('/recherche/', { script: false }, async (page) => {
    expect(await page.locator('form[data-search]').isVisible()).toBe(false);
    expect(await page.locator('main').innerText()).toContain('La recherche demande JavaScript');
    await page.locator('main summary').first().click();
    expect(await page.locator('main details[open] a').first().getAttribute('href')).toMatch(/^\/20\d\d\/\d\d\/$/);
  });
});

test('without script a question goes to the search engine that the newspaper names', async () => {
  const site = testSite(`=== site.md\n---\nname: G\nsearch: https://moteur.example/?sites=g.example&q=\n---\n`);
  await site.build();
  const own = await createReader(site.out, {});
  try {
    await own.look('/recherche/', { script: false }, async (page) => {
      await page.route('https://moteur.example/**', (route) => route.fulfill({ body: 'ok' }));
      expect(await page.locator('main').innerText()).toContain('moteur.example');
      await page.locator('main').getByLabel('Mots à chercher').fill('la crue');
      await page.keyboard.press('Enter');
      await page.waitForURL('https://moteur.example/**');
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('sites'), searchParams.get('q')]).toEqual(['g.example', 'la crue']);
    });
  } finally {
    await own.close();
    removeSites();
  }
});

test('without an index the page says so', async () => {
  rmSync(join(demo.out, 'pagefind'), { recursive: true });
  await reader.look('/recherche/?q=train', {}, async (page) => {
    await settled(page);
    expect(await status(page)).toContain('La recherche ne répond pas');
  });
});
