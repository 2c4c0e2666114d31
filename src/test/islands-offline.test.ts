// Reading without a network, in a real browser: pages that were read, articles that were saved, the page that says so;
// fresh whenever there is a network; ended by one line of site.md.

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader, type Reader } from './reader.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

let site: TestSite;
let reader: Reader;

const head = (more: string): string => `=== site.md
---
name: Le Test
${more}---
`;

beforeAll(async () => {
  site = testSite(`${head('')}=== articles/un.md
${article('title: Un\ndate: 2026-03-05 08:00', 'Le premier texte.')}
=== articles/deux.md
${article('title: Deux\ndate: 2026-03-05 09:00')}
=== articles/trois.md
${article('title: Trois\ndate: 2026-03-05 09:30')}`);
  await site.build();
  reader = await createReader(site.out);
}, 120_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

const un = '/2026/03/05/un.html';

/** Waits until the worker serves this page. */
async function ready(page: Page): Promise<void> {
  await page.evaluate('navigator.serviceWorker.ready');
  await page.waitForFunction('navigator.serviceWorker.controller !== null');
}

/** Waits until a promise made in the page says true (`waitForFunction` takes the promise itself for that). */
const until = (page: Page, expression: string): Promise<unknown> =>
  expect.poll(() => page.evaluate(expression), { timeout: 15_000 }).toBe(true);

const kept = (page: Page, path: string): Promise<unknown> =>
  until(page, `caches.match(${JSON.stringify(path)}).then((found) => found !== undefined)`);

test('a page that was read is read again without network, with its style; another says that there is no network', async () => {
  await reader.look('/', { worker: true }, async (page, context) => {
    await ready(page);
    await page.goto(reader.url + un);
    await kept(page, un);
    await context.setOffline(true);
    await page.goto(`${reader.url}/2026/03/05/deux.html`);
    expect(await page.locator('h1').innerText()).toBe('Vous êtes hors ligne');
    expect(await page.getByRole('main').getByRole('link', { name: 'Mes listes' }).count()).toBe(1);
    // What can be read is named.
    const offered = page.getByRole('region', { name: 'Gardé sur cet appareil' }).getByRole('link');
    await offered.first().waitFor();
    expect(await offered.allInnerTexts()).toEqual(['Un']);
    expect(await offered.getAttribute('href')).toBe(un);
    await page.goto(reader.url + un);
    expect(await page.locator('main').innerText()).toContain('Le premier texte.');
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.skip')).position`)).toBe('absolute');
  });
});

test('an address with a question is not kept; without network the page of that address stands for it', async () => {
  await reader.look('/', { worker: true }, async (page, context) => {
    await ready(page);
    await page.goto(reader.url + un);
    await kept(page, un);
    await page.goto(`${reader.url}${un}?utm_source=lettre`);
    await context.setOffline(true);
    await page.goto(`${reader.url}${un}?utm_source=reseau`);
    expect(await page.locator('main').innerText()).toContain('Le premier texte.');
    await page.goto(`${reader.url}/2026/03/05/deux.html?utm_source=reseau`);
    expect(await page.locator('h1').innerText()).toBe('Vous êtes hors ligne');
    const withQuestions = `caches.open('depeche-pages').then((cache) => cache.keys()).then((keys) => keys.filter(({ url }) => url.includes('?')).length)`;
    expect(await page.evaluate(withQuestions)).toBe(0);
  });
});

test('a saved article is kept without having been read, and let go when it is saved no more', async () => {
  await reader.look('/2026/03/05/trois.html', { worker: true }, async (page, context) => {
    await ready(page);
    await page.getByRole('button', { name: 'Lire plus tard' }).click();
    await until(
      page,
      `caches.open('depeche-saved').then((cache) => cache.keys()).then((keys) => keys.some(({ url }) => url.endsWith('trois.html')))`,
    );
    await context.setOffline(true);
    await page.goto(`${reader.url}/mes-listes/`);
    await page.locator('.saved').getByRole('link', { name: 'Trois' }).click();
    expect(await page.locator('h1').innerText()).toBe('Trois');
    await page.getByRole('button', { name: 'Lire plus tard' }).click();
    await until(page, `caches.open('depeche-saved').then((cache) => cache.keys()).then((keys) => keys.length === 0)`);
  });
});

test('of lists that follow each other at once the last one counts', async () => {
  await reader.look('/', { worker: true }, async (page) => {
    await ready(page);
    const [deux, trois] = ['/2026/03/05/deux.html', '/2026/03/05/trois.html'];
    const tell = (...lists: readonly (readonly string[])[]): Promise<unknown> =>
      page.evaluate(
        `navigator.serviceWorker.ready.then(({ active }) => { for (const saved of ${JSON.stringify(lists)}) active.postMessage({ saved }); })`,
      );
    const areSaved = (urls: readonly string[]): string =>
      `caches.open('depeche-saved').then((cache) => cache.keys()).then((keys) => keys.map(({ url }) => new URL(url).pathname).sort().join() === ${JSON.stringify(urls.join())})`;
    await tell([trois]);
    await until(page, areSaved([trois]));
    await tell([], [trois, deux]);
    await until(page, areSaved([deux, trois]));
  });
});

test('with a network a page is never older than the one on the server, and one that was taken back is forgotten', async () => {
  await reader.look(un, { worker: true }, async (page, context) => {
    await ready(page);
    await page.reload();
    await kept(page, un);
    const text = site.read(un);
    writeFileSync(join(site.out, un), text.replaceAll('Le premier texte.', 'Le texte corrigé.'));
    await page.reload();
    expect(await page.locator('main').innerText()).toContain('Le texte corrigé.');
    rmSync(join(site.out, un));
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Cette page n’existe pas');
    await until(page, `caches.match(${JSON.stringify(un)}).then((found) => found === undefined)`);
    await context.setOffline(true);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('Vous êtes hors ligne');
    writeFileSync(join(site.out, un), text);
  });
});

test('when the network is too slow the kept page is shown, and the next load is fresh', async () => {
  await reader.look(un, { worker: true }, async (page) => {
    await ready(page);
    await page.reload();
    await kept(page, un);
    const text = site.read(un);
    writeFileSync(join(site.out, un), text.replaceAll('Le premier texte.', 'Le texte corrigé.'));
    reader.slow(6000);
    await page.goto(reader.url + un, { waitUntil: 'commit' });
    await page.getByText('Le premier texte.').waitFor();
    await page.waitForTimeout(3000);
    reader.slow(0);
    await page.reload();
    expect(await page.locator('main').innerText()).toContain('Le texte corrigé.');
    writeFileSync(join(site.out, un), text);
  });
});

test('`offline: false` ends the worker and empties what it kept', async () => {
  await reader.look('/', { worker: true }, async (page) => {
    await ready(page);
    site.write(head('offline: false\n'));
    await site.build();
    await page.reload();
    await until(
      page,
      `Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys()]).then(([a, b]) => a.length + b.length === 0)`,
    );
    expect(site.has('/hors-ligne.html')).toBe(false);
  });
});
