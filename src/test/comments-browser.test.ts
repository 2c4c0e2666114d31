// Comments in a real browser, under the strict policy that the site is served with: with script and without, by
// keyboard, while the intake is away, and with hostile texts. The intake and its database are the real ones.

import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIntakeRoom, type IntakeRoom } from '../cli/intake-room.ts';
import { projectRoot } from '../base/project-folder.ts';
import { approve } from '../intake/moderation.ts';
import { openStore, type Store } from '../intake/store.ts';
import { findChromium } from './chromium.ts';
import { payloads } from './payloads.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

const page = '/2026/03/05/crue.html';
const hostile = '/2026/03/04/piege.html';
const comment = (folder: string, id: string, keys: string, text: string): string =>
  `=== comments/${folder}/${id}.md\n---\n${keys}\ndate: 2026-03-05 09:00\n---\n\n${text}\n`;
const gazette = `=== site.md
---
name: La Gazette
address: https://gazette.example
comments:
  intake: /intake/
---
=== articles/2026/03/05/crue.md
${article('title: La crue\ndate: 2026-03-05 08:00')}
=== articles/2026/03/03/maa.md
${article('title: عنوان\ndate: 2026-03-03 08:00\nlang: ar')}
=== articles/2026/03/04/piege.md
${article('title: Un piège\ndate: 2026-03-04 08:00')}
${comment('crue', 'a', 'author: Odile', 'Premier.')}${comment('crue', 'b', 'author: Bastien\nreply-to: a', 'Réponse.')}
${payloads.map((text, i) => comment('piege', `x${i}`, `author: ${JSON.stringify(text)}`, text)).join('')}`;

let site: TestSite;
let room: IntakeRoom;
let store: Store;
let server: Server;
let browser: Browser;
let url: string;
let isAway = false;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};
const policy = "default-src 'self'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'self'";

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: name one in CHROMIUM.');
  site = testSite(gazette);
  await site.build();
  const db = join(site.folder, 'comments.db');
  server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    if (path.startsWith('/intake/')) {
      if (isAway) request.socket.destroy();
      else room.answer(request, response);
      return;
    }
    const file = join(site.out, path.endsWith('/') ? `${path}index.html` : path);
    const found = statSync(file, { throwIfNoEntry: false })?.isFile();
    response.writeHead(found ? 200 : 404, {
      'content-type': types[extname(file)] ?? 'text/plain',
      'content-security-policy': policy,
    });
    response.end(found ? readFileSync(file) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const templates = join(projectRoot, 'templates');
  const options = { content: site.content, templates, out: site.out, db, origins: [url], behindProxy: false };
  room = await openIntakeRoom(options, () => {});
  store = openStore(db);
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  store?.close();
  room?.close();
  removeSites();
});

async function visit(path: string, script: boolean, see: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: script, viewport: { width: 360, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(url + path);
    await see(page);
  } finally {
    await context.close();
  }
}

const faultsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
};

test('without script a comment is written, read again, sent, approved, and stands under the article', async () => {
  await visit(page, false, async (tab) => {
    await tab.getByLabel('Pseudonyme').fill('Camille');
    await tab.getByLabel('Votre commentaire').fill('Sans script <b>!</b>');
    await tab.getByRole('button', { name: 'Envoyer' }).click();
    expect(await tab.locator('h1').innerText()).toBe('Relisez, puis envoyez');
    expect(await tab.getByLabel('Votre commentaire').inputValue()).toBe('Sans script <b>!</b>');
    await tab.waitForTimeout(3100);
    await tab.getByRole('button', { name: 'Envoyer' }).click();
    expect(await tab.locator('h1').innerText()).toBe('Merci, votre commentaire est arrivé');
    await tab.getByRole('link', { name: 'Revenir à l’article' }).click();
    expect(new URL(tab.url()).pathname).toBe(page);
    expect(await tab.locator('.comments').innerText()).not.toContain('Sans script');
  });
  const [waiting] = store.waiting();
  approve(waiting?.id as string, { desk: store, content: site.content, zone: 'Europe/Paris', now: Date.now() });
  await site.build({ at: '2100-01-01T00:00:00Z' });
  await visit(page, false, async (tab) => {
    expect(await tab.locator('.comment').last().innerText()).toContain('Sans script <b>!</b>');
    expect(await tab.locator('.comments h2').innerText()).toMatch(/^3\scommentaires$/);
  });
});

test('without script a comment is reported, and answered, by links to the intake', async () => {
  await visit(page, false, async (tab) => {
    await tab.getByRole('link', { name: 'Signaler le commentaire de Odile' }).click();
    await tab.getByLabel('Motif').selectOption('hate');
    await tab.waitForTimeout(3100);
    await tab.getByRole('button', { name: 'Signaler' }).click();
    expect(await tab.locator('h1').innerText()).toBe('Merci, votre signalement est arrivé');
    await tab.getByRole('link', { name: 'Revenir à l’article' }).click();
    await tab.getByRole('link', { name: 'Répondre à Bastien' }).click();
    expect(await tab.locator('h1').innerText()).toBe('Écrire un commentaire');
    // What answers a reply stands beside it.
    expect(await tab.locator('input[name=reply]').inputValue()).toBe('a');
  });
  expect(store.reports()).toMatchObject([{ article: 'crue', comment: 'a', reason: 'hate' }]);
});

test('with script a reply is sent without leaving the page', async () => {
  await visit(page, true, async (tab) => {
    await tab.getByRole('button', { name: 'Répondre à Odile' }).click();
    expect(await tab.locator('.replying').innerText()).toContain('Vous répondez à Odile.');
    expect(await tab.locator(':focus').getAttribute('name')).toBe('text');
    await tab.keyboard.type('Avec script');
    await tab.getByLabel('Pseudonyme').fill('Zoé');
    await tab.keyboard.press('Enter');
    await tab.getByText('Merci, votre commentaire est arrivé').waitFor();
    expect(new URL(tab.url()).pathname).toBe(page);
    expect(await tab.getByLabel('Votre commentaire').inputValue()).toBe('');
    expect(await tab.locator('.replying').isVisible()).toBe(false);
  });
  expect(store.waiting()).toMatchObject([{ text: 'Avec script', author: 'Zoé', replyTo: 'a' }]);
});

test('with script a comment is reported in a dialog, by keyboard, and the focus comes back', async () => {
  await visit(page, true, async (tab) => {
    const opener = tab.getByRole('button', { name: 'Signaler le commentaire de Bastien' });
    await opener.focus();
    await tab.keyboard.press('Enter');
    const dialog = tab.getByRole('dialog', { name: 'Signaler ce commentaire' });
    await dialog.waitFor();
    expect(await faultsOf(tab)).toEqual([]);
    expect(await dialog.locator('.reported').innerText()).toMatch(/^Bastien\s: \S/);
    expect(await tab.locator(':focus').getAttribute('name')).toBe('reason');
    // Nothing is said before a reason is chosen.
    await dialog.getByRole('button', { name: 'Signaler' }).click();
    expect(await dialog.locator('.told').innerText()).toBe('');
    await tab.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await tab.locator(':focus').innerText()).toMatch(/^Signaler/);
    await tab.keyboard.press('Enter');
    await dialog.getByLabel('Motif').selectOption('advert');
    await dialog.getByLabel('Précisions (facultatif)').fill('Vend des montres');
    await dialog.getByRole('button', { name: 'Signaler' }).click();
    await dialog.getByText('Merci, votre signalement est arrivé').waitFor();
    expect(await dialog.getByLabel('Motif').isVisible()).toBe(false);
    await tab.keyboard.press('Enter');
    expect(await dialog.isVisible()).toBe(false);
  });
  expect(store.reports().at(-1)).toMatchObject({ comment: 'b', reason: 'advert', text: 'Vend des montres' });
});

test('while the intake is away the reader is told, and the text stays', async () => {
  await visit(page, true, async (tab) => {
    isAway = true;
    try {
      await tab.getByLabel('Pseudonyme').fill('Camille');
      await tab.getByLabel('Votre commentaire').fill('Perdu ?');
      await tab.getByRole('button', { name: 'Envoyer' }).click();
      await tab.getByText('L’envoi n’a pas abouti').waitFor();
      expect(await tab.getByLabel('Votre commentaire').inputValue()).toBe('Perdu ?');
    } finally {
      isAway = false;
    }
  });
});

test('hostile texts neither run nor add elements: on the page, and on the intake’s pages', async () => {
  const context = await browser.newContext();
  try {
    const tab = await context.newPage();
    await tab.addInitScript('window.ran = []; window.xss = () => window.ran.push(document.URL);');
    await tab.goto(url + hostile);
    expect(await tab.locator('.comment').count()).toBe(payloads.length);
    expect(
      await tab.locator('.comments :is(img, svg, iframe, math, style, script, [onclick], [onerror], [onload])').count(),
    ).toBe(0);
    const attributes = await tab
      .locator('.comments')
      .evaluate((root) => [
        ...new Set([...root.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())),
      ]);
    expect(attributes.filter((name) => name.startsWith('on') || name === 'style' || name === 'autofocus')).toEqual([]);
    for (const text of payloads) {
      await tab.goto(`${url}/intake/comment?${new URLSearchParams({ article: text, page: text, reply: text })}`);
      expect(await tab.locator('form :is(img, svg, iframe, script, a), [onfocus], [onmouseover]').count()).toBe(0);
    }
    await tab.goto('about:blank');
    for (const text of payloads) {
      const body = new URLSearchParams({ article: text, page: text, author: text, text, reply: text }).toString();
      const answer = await tab.request.post(`${url}/intake/comment`, {
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
        data: body,
      });
      await tab.setContent(await answer.text());
      expect(await tab.locator('form :is(img, svg, iframe, script, a), [onfocus], [onmouseover]').count()).toBe(0);
    }
    expect(await tab.evaluate('window.ran')).toEqual([]);
  } finally {
    await context.close();
  }
});

test('a thread, its form and the intake’s pages have no axe violation, light and dark', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const context = await browser.newContext({ colorScheme });
    const tab = await context.newPage();
    for (const path of [
      page,
      hostile,
      `/intake/report?article=crue&page=${page}&comment=a`,
      '/intake/comment',
      '/intake/x',
    ]) {
      await tab.goto(url + path);
      expect([path, await faultsOf(tab)]).toEqual([path, []]);
    }
    await context.close();
  }
});

test('a form in a text that runs from right to left makes no page wider than the window', async () => {
  const context = await browser.newContext({ viewport: { width: 360, height: 800 } });
  const reader = await context.newPage();
  await reader.goto(`${url}/ar/2026/03/03/maa.html`);
  await reader.locator('form textarea').first().waitFor();
  for (const width of [360, 1280]) {
    await reader.setViewportSize({ width, height: 800 });
    expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
  await context.close();
});
