// Dialogs in a real browser: opened by a button, closed by Fermer, Escape or beside, the focus given back; and what
// stands in their place without script.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader, type Reader } from './reader.ts';
import { article, removeSites, testSite } from './site.ts';

let reader: Reader;

beforeAll(async () => {
  const site = testSite(`=== site.md
---
name: Le Test
sections: [monde, france]
---
=== sections/monde.md
---
name: Monde
---
=== sections/france.md
---
name: France
---
=== articles/un.md
${article('title: Un\ndate: 2026-03-05 08:00\nsection: monde')}`);
  await site.build();
  reader = await createReader(site.out);
}, 120_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

test('on a small screen the menu is a dialog: its button opens it, Fermer closes it, the focus comes back', async () => {
  await reader.look('/', { width: 360 }, async (page) => {
    expect(await page.locator('.menu summary').isVisible()).toBe(false);
    const button = page.getByRole('button', { name: 'Menu' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Menu' });
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.getByRole('link', { name: 'France' }).getAttribute('href')).toBe('/france/');
    expect(await dialog.locator(':focus').count()).toBe(1);
    await dialog.getByRole('button', { name: 'Fermer' }).click();
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.locator(':focus').innerText()).toBe('Menu');
  });
});

test('Escape closes a dialog, and so does a press beside it, but not one that began inside', async () => {
  await reader.look('/', { width: 640 }, async (page) => {
    const button = page.getByRole('button', { name: 'Menu' });
    const dialog = page.getByRole('dialog', { name: 'Menu' });
    await button.click();
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    expect(await page.locator(':focus').innerText()).toBe('Menu');
    await button.click();
    const box = (await dialog.boundingBox())!;
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 20, 5);
    await page.mouse.up();
    expect(await dialog.isVisible()).toBe(true);
    await page.mouse.click(5, 5);
    expect(await dialog.isVisible()).toBe(false);
  });
});

test('a dialog keeps the keyboard inside, and the page behind it does not scroll', async () => {
  await reader.look('/', { width: 360 }, async (page) => {
    await page.getByRole('button', { name: 'Menu' }).click();
    const inside: boolean[] = [];
    for (let i = 0; i < 8; i++) {
      await page.keyboard.press('Tab');
      inside.push((await page.locator(':is(main, .masthead, .foot, .skip):focus-within').count()) === 0);
    }
    expect(inside).not.toContain(false);
    expect(await page.evaluate('getComputedStyle(document.documentElement).overflowY')).toBe('hidden');
  });
});

test('the search is a dialog: opened by keyboard, left by Escape, asked by Enter; without script it is a page', async () => {
  for (const width of [360, 1280]) {
    await reader.look('/', { width }, async (page) => {
      if (width === 360) await page.getByRole('button', { name: 'Menu' }).press('Enter');
      const opener = page.getByRole('button', { name: 'Rechercher' }).locator('visible=true').first();
      await opener.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Rechercher' });
      expect(await dialog.getByLabel('Mots à chercher').evaluate((field) => field === document.activeElement)).toBe(
        true,
      );
      await page.keyboard.press('Escape');
      expect(await dialog.isVisible()).toBe(false);
      // On a small screen its opener stands in the menu, which is closed by now.
      expect(await page.locator(':focus').innerText()).toBe(width === 360 ? 'Menu' : 'Rechercher');
      if (width === 360) await page.keyboard.press('Enter');
      await opener.press('Enter');
      await page.keyboard.type('crue de la Loire');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/recherche/?q=crue+de+la+Loire');
    });
  }
  await reader.look('/', { script: false }, async (page) => {
    const link = page.locator('.menu').getByRole('link', { name: 'Rechercher' });
    expect(await link.getAttribute('href')).toBe('/recherche/');
  });
});

test('without script the same sections are a fold, and no button is dead', async () => {
  await reader.look('/', { width: 360, script: false }, async (page) => {
    expect(await page.getByRole('button').count()).toBe(0);
    await page.locator('.menu summary').click();
    expect(await page.locator('.menu').getByRole('link', { name: 'France' }).isVisible()).toBe(true);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });
});

test('wide screens show the sections and need no menu', async () => {
  for (const script of [true, false]) {
    await reader.look('/', { script }, async (page) => {
      expect(await page.locator('.menu').getByRole('link', { name: 'France' }).isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: 'Menu' }).count()).toBe(0);
    });
  }
});
