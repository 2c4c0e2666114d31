// Where things stand on the sheet, enlarged four times, with wider spacing of letters, and on paper.

/// <reference lib="dom" />

import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDemo, type Demo } from './demo.ts';
import { createReader, type Reader } from './reader.ts';
import { article, removeSites, testSite } from './site.ts';

let demo: Demo;
let reader: Reader;

beforeAll(async () => {
  demo = await buildDemo();
  reader = await createReader(demo.out);
}, 300_000);

afterAll(async () => {
  await reader?.close();
  demo?.remove();
  removeSites();
});

const dispatch = '/2021/12/02/biden-poutine-blinken.html';
const longRead = '/2026/02/28/dernier-train-de-la-vallee.html';

const everyKind = ['/', '/monde/', dispatch, longRead, '/valeurs/moderna/', '/mes-listes/', '/recherche/'];

/** One edge of each element, in pixels. */
const edges = (page: Page, selector: string, edge: 'left' | 'top'): Promise<number[]> =>
  page
    .locator(selector)
    .evaluateAll((found, side) => found.map((one) => Math.round(one.getBoundingClientRect()[side])), edge);

test('comments stand on the edge of the text that they are about', async () => {
  for (const width of [360, 800, 1000, 1280, 1600]) {
    await reader.look(longRead, { width }, async (page) => {
      expect([width, ...(await edges(page, '.comments', 'left'))]).toEqual([
        width,
        ...(await edges(page, '.body', 'left')),
      ]);
    });
  }
});

test.each([768, 1280])('all ways in the masthead stand on one line at %i pixels', async (width) => {
  await reader.look(dispatch, { width }, async (page) => {
    const texts = await page.locator('.menu nav :is(a, .opens):visible').evaluateAll((ways) =>
      ways.map((way) => {
        const range = document.createRange();
        range.selectNodeContents(way);
        return range.getBoundingClientRect().bottom;
      }),
    );
    expect(texts.length).toBeGreaterThan(9);
    expect(Math.max(...texts) - Math.min(...texts)).toBeLessThan(0.2);
  });
});

test('no line of an excerpt is longer than an eye follows', async () => {
  for (const path of ['/', '/monde/']) {
    for (const width of [768, 1600]) {
      await reader.look(path, { width }, async (page) => {
        const widest = await page.locator('.excerpt:visible').evaluateAll((found) => {
          const letter = (one: Element): number => Number.parseFloat(getComputedStyle(one).fontSize) * 0.45;
          return Math.max(...found.map((one) => one.getBoundingClientRect().width / letter(one)));
        });
        expect(widest).toBeLessThan(87);
      });
    }
  }
});

test('with colours that the system forces, axe finds no violation', async () => {
  for (const path of everyKind) {
    await reader.look(path, {}, async (page) => {
      await page.emulateMedia({ forcedColors: 'active' });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
      expect([path, ...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)]).toEqual([path]);
    });
  }
});

test('enlarged four times, with the widest spacing that readers may set, nothing scrolls sideways', async () => {
  const spacing =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';
  for (const path of everyKind) {
    await reader.look(path, { width: 320 }, async (page) => {
      const sheet = `{ const s = new CSSStyleSheet(); s.replaceSync(${JSON.stringify(spacing)}); document.adoptedStyleSheets = [s]; }`;
      await page.evaluate(sheet);
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320]);
    });
  }
});

test('with letters that the reader has set to twice their size, a telephone scrolls one way and shows the whole name', async () => {
  const large = await createReader(demo.out, undefined, 32);
  try {
    for (const path of [...everyKind, '/404.html', '/2026/03/']) {
      await large.look(path, { width: 360 }, async (page) => {
        expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
        const [name, button] = await Promise.all(
          ['.nameplate .name a', '.menu > .opens'].map((part) => page.locator(part).boundingBox()),
        );
        if (!name || !button) throw new Error(`${path} has no name or no button.`);
        const isBelow = button.y >= name.y + name.height;
        expect([path, isBelow || button.x >= name.x + name.width]).toEqual([path, true]);
      });
    }
  } finally {
    await large.close();
  }
});

test('a section with a long name does not widen the search', async () => {
  const long = 'Sport départemental et loisirs intercommunaux';
  const site = testSite(`=== site.md\n---\nsections: [sport]\n---\n=== sections/sport.md\n---\nname: ${long}\n---\n
=== articles/2026/03/04/a.md\n${article('title: Un\ndate: 2026-03-04\nsection: sport')}`);
  await site.build();
  const own = await createReader(site.out);
  try {
    await own.look('/recherche/', { width: 320 }, async (page) => {
      expect(await page.locator('option', { hasText: long }).count()).toBe(1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  } finally {
    await own.close();
  }
});

test('lists and quotes in each other, however deep, do not scroll sideways', async () => {
  const levels = Array.from({ length: 30 }, (_, i) => i);
  const lists = levels.map((i) => `${'  '.repeat(i)}- mot`).join('\n');
  const quotes = levels.map((i) => `${'>'.repeat(i + 1)} mot`).join('\n\n');
  const site = testSite(`=== a.md\n${article('title: A\ndate: 2026-03-05T08:00', `${lists}\n\n${quotes}`)}`);
  await site.build();
  const own = await createReader(site.out);
  await own.look('/2026/03/05/a.html', { width: 360 }, async (page) => {
    expect(await page.locator('.body blockquote').count()).toBeGreaterThan(10);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
  await own.close();
});

test('on paper the credit of a picture begins below it, however wide its place', async () => {
  await reader.look('/', { width: 720 }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    const apart = await page.locator('.shot:has(figcaption):visible').evaluateAll((shots) =>
      shots.map((shot) => {
        const words = document.createRange();
        words.selectNodeContents(shot.querySelector('figcaption') as Element);
        // The picture itself begins where its place does.
        const place = (shot.querySelector('img') as Element).getBoundingClientRect();
        return Math.round(words.getBoundingClientRect().left - place.left);
      }),
    );
    expect(apart.length).toBeGreaterThan(0);
    expect(apart).toEqual(apart.map(() => 0));
  });
});

test('on paper stands the article with its people, and nothing that one would have to press', async () => {
  for (const path of [dispatch, longRead, '/2026/03/05/top-5-ia-2026-03-04.html']) {
    await reader.look(path, { width: 720 }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['h1', '.body', '.slip time']) expect(await page.locator(part).first().isVisible()).toBe(true);
      const pressed = 'button, input, textarea, select, nav, .write, .related, .foot, a[href^="/texte/"]';
      expect(await page.locator(`:is(${pressed}):visible`).count()).toBe(0);
      const talk = await page.locator('.talk').count();
      expect(await page.locator('.comments:visible').count()).toBe(talk);
    });
  }
});

test('columns of a table stand as their author says, and a name without a break breaks in lists', async () => {
  const name = 'Jean'.repeat(15);
  const site = testSite(`=== articles/t.md
${article(`title: Tableau\ndate: 2026-03-05\nauthors: [${name}]`, '| Ville | Hauteur | Rang |\n|---|---:|:---:|\n| Lyon | 173 | 3 |')}`);
  await site.build();
  const own = await createReader(site.out);
  try {
    await own.look('/2026/03/05/t.html', {}, async (page) => {
      const cells = page.locator('.body td');
      const sides = await cells.evaluateAll((found) => found.map((cell) => getComputedStyle(cell).textAlign));
      expect(sides).toEqual(['start', 'end', 'center']);
    });
    for (const path of ['/', '/actualites/']) {
      await own.look(path, { width: 360 }, async (page) => {
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([path, width]).toEqual([path, 360]);
      });
    }
  } finally {
    await own.close();
  }
});

test('corrections are as wide as the text above them', async () => {
  const keys = 'title: Corrigé\ndate: 2026-03-01\ncorrections: [{date: 2026-03-02, text: Huit mètres.}]';
  const site = testSite(`=== articles/c.md\n${article(keys, 'Un texte. '.repeat(60))}`);
  await site.build();
  const own = await createReader(site.out);
  try {
    for (const width of [360, 1280]) {
      await own.look('/2026/03/01/c.html', { width }, async (page) => {
        const widths = await page
          .locator(':is(.body, .corrections)')
          .evaluateAll((found) => found.map((one) => Math.round(one.getBoundingClientRect().width)));
        expect([width, widths[1]]).toEqual([width, widths[0]]);
      });
    }
  } finally {
    await own.close();
  }
});
