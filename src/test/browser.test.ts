// The pages of the demo newspaper in a real browser: by keyboard, on small screens, in both themes, without script.

import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from './chromium.ts';
import { buildDemo, type Demo, serveFolder } from './demo.ts';

let demo: Demo;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: name one in CHROMIUM.');
  demo = await buildDemo();
  server = await serveFolder(demo.out);
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  browser = await chromium.launch({ executablePath, args });
}, 300_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  demo?.remove();
});

/** One page of each kind, and the awkward ones. */
const kinds: Readonly<Record<string, string>> = {
  'front page': '/',
  'dispatch of the seed': '/2021/12/02/biden-poutine-blinken.html',
  'long read': '/2026/02/28/dernier-train-de-la-vallee.html',
  'partner video': '/2026/03/05/top-5-ia-2026-03-04.html',
  section: '/monde/',
  'source page': '/sources/reuters/',
  'author page': '/auteurs/hortense-dumayet/',
  'security page': '/valeurs/moderna/',
  'month archive': '/2026/03/',
  'static page': '/a-propos/',
  'reader’s lists': '/mes-listes/',
  'page without network': '/hors-ligne.html',
  'page of an error': '/404.html',
};

interface Look {
  readonly width?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
}

/** Opens a page as one reader sees it, and hands it to the test. */
async function look<T>(
  path: string,
  { width = 1280, dark = false, script = false }: Look,
  see: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled: script,
  });
  try {
    const page = await context.newPage();
    await page.goto(server.url + path);
    return await see(page);
  } finally {
    await context.close();
  }
}

describe.each(Object.entries(kinds))('%s', (_, path) => {
  test.each([
    ['light', false],
    ['dark', true],
  ])('has no axe violation in the %s theme', async (_, dark) => {
    const faults = await look(path, { dark, script: true }, async (page) => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
    });
    expect(faults).toEqual([]);
  });

  test.each([320, 360, 768, 1280, 1600])('does not scroll sideways at %i pixels', async (width) => {
    const { inner, outer } = await look(path, { width, script: true }, (page) =>
      page.locator('html').evaluate((root) => ({ inner: root.scrollWidth, outer: root.clientWidth })),
    );
    expect(inner).toBeLessThanOrEqual(outer);
  });

  test('asks nobody but this site', async () => {
    const asked = await look(path, {}, async (page) => {
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      await page.reload({ waitUntil: 'networkidle' });
      return requests;
    });
    expect(asked.filter((url) => !url.startsWith(server.url))).toEqual([]);
  });
});

test('the skip link is the first stop of the keyboard and leads to the text', async () => {
  await look('/', {}, async (page) => {
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').innerText()).toBe('Aller au contenu principal');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe(await page.locator('main').evaluate((main) => `#${main.id}`));
    await page.keyboard.press('Tab');
    const inside = await page.locator(':focus').evaluate((stop) => stop.closest('main') !== null);
    expect(inside).toBe(true);
  });
});

test('on a small screen the sections open by keyboard, without script', async () => {
  await look('/', { width: 360 }, async (page) => {
    const link = page.getByRole('navigation').getByRole('link', { name: 'Sciences' }).first();
    expect(await link.isVisible()).toBe(false);
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await link.isVisible()).toBe(true);
  });
});

test('the article of the seed shows its source, dateline, instant and credits without script', async () => {
  await look('/2021/12/02/biden-poutine-blinken.html', {}, async (page) => {
    const article = page.locator('main article');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await article.locator('.dateline').innerText()).toBe('STOCKHOLM, 2 décembre (Reuters)');
    expect(await article.locator('time').first().getAttribute('datetime')).toBe('2021-12-02T16:28:00+01:00');
    const text = (await article.innerText()).replaceAll(/\s/g, ' ').toLowerCase();
    for (const words of [
      'information fournie par reuters',
      '2 décembre 2021 à 16:28',
      '0 commentaire',
      'version française',
    ]) {
      expect(text).toContain(words);
    }
  });
});

test('partner content says so in the article and in lists, and loads nothing from the partner', async () => {
  await look('/2026/03/05/top-5-ia-2026-03-04.html', {}, async (page) => {
    expect(await page.locator('main').innerText()).toMatch(/contenu partenaire/i);
    expect(await page.locator('iframe, video').count()).toBe(0);
    for (const name of ['Dassault Aviation', 'Euroapi', 'JCDecaux', 'Moderna', 'Scor']) {
      expect(
        await page.locator('main a[href^="/valeurs/"]', { hasText: new RegExp(name.replace(' ', '\\s'), 'i') }).count(),
      ).toBeGreaterThan(0);
    }
  });
  await look('/sources/libertify/', {}, async (page) => {
    expect(await page.locator('li.teaser').first().innerText()).toMatch(/contenu partenaire/i);
  });
});

test('“À lire aussi” stands in the page without script: each entry whole, and its link makes sense alone', async () => {
  await look('/2021/12/02/biden-poutine-blinken.html', {}, async (page) => {
    const entries = page.getByRole('region', { name: 'À lire aussi' }).locator('li.teaser');
    expect(await entries.count()).toBeGreaterThan(2);
    for (const entry of await entries.all()) {
      const links = await entry.getByRole('link').allInnerTexts();
      expect(links).toHaveLength(1);
      expect(links[0]?.length).toBeGreaterThan(20);
      expect(await entry.locator('.who').innerText()).not.toBe('');
      // Older than the article, in the same form, with the offset.
      const instant = (await entry.locator('time').getAttribute('datetime')) ?? '';
      expect(instant).toMatch(/^2021-1[12]-\d\dT\d\d:\d\d:00\+01:00$/);
      for (const excerpt of await entry.locator('.excerpt').allInnerTexts()) expect(excerpt).toMatch(/[.!?…»]$/);
    }
    expect(await page.locator('main').innerText()).not.toMatch(/lire la suite/i);
  });
});

test('a text edition is one small file that reads like its article, and leads back to it', async () => {
  const article = '/2021/12/02/biden-poutine-blinken.html';
  await look(article, { script: true }, async (page) => {
    await page.getByRole('link', { name: 'Version texte' }).first().press('Enter');
    await page.waitForURL(`**/texte${article}`);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.filter((path) => path !== '/favicon.ico')).toEqual([`/texte${article}`]);
    expect(await page.locator('h1').innerText()).toContain('Biden et Poutine');
    expect(await page.locator('main').innerText()).toContain('STOCKHOLM, 2 décembre (Reuters)');
    expect(await page.getByRole('link', { name: 'Version complète' }).first().getAttribute('href')).toBe(article);
  });
});

test('an Arabic article runs from right to left in its page, and the newspaper around it does not', async () => {
  await look('/culture/', {}, async (page) => {
    await page.locator('li.teaser[dir="rtl"] a').first().press('Enter');
    await page.waitForURL('**/ar/**');
    const way = (selector: string): Promise<string> =>
      page
        .locator(selector)
        .first()
        .evaluate((one) => getComputedStyle(one).direction);
    expect([await way('h1'), await way('.body p'), await way('.masthead'), await way('.foot')]).toEqual([
      'rtl',
      'rtl',
      'ltr',
      'ltr',
    ]);
  });
});

test('French marks have their no-break spaces in the page, times and addresses none', async () => {
  await look('/', {}, async (page) => {
    const text = await page.locator('main').evaluate((main) => main.textContent ?? '');
    expect(text).toMatch(/\u00a0: |«\u00a0/);
    expect(text).not.toMatch(/ [:;!?»]|« /);
    expect(text).toMatch(/\d\d:\d\d/);
  });
});

test('an Arabic teaser runs from right to left in a French list', async () => {
  await look('/culture/', {}, async (page) => {
    const teaser = page.locator('li.teaser[dir="rtl"]').first();
    expect(await teaser.getAttribute('lang')).toBe('ar');
  });
});

describe('pictures', () => {
  const pages = ['/', '/monde/', '/2026/02/28/dernier-train-de-la-vallee.html', '/2026/03/05/top-5-ia-2026-03-04.html'];

  /** Every picture whose `sizes` promises less than its place takes, or a third more. It runs in the page. */
  const badSizes = `[...document.querySelectorAll('main picture')].flatMap((picture) => {
    const image = picture.querySelector('img');
    const { sizes } = picture.querySelector('source');
    const parts = sizes.split(',').map((part) => /^(?:(\\(.*?\\)) )?(.*)$/.exec(part));
    const [, , length] = parts.find(([, condition]) => !condition || matchMedia(condition).matches);
    const probe = document.createElement('div');
    probe.style.width = length;
    document.body.append(probe);
    const promised = probe.getBoundingClientRect().width;
    probe.remove();
    const { width } = image.getBoundingClientRect();
    const isRight = width <= promised * 1.03 && promised <= Math.max(width * 1.34, width + 40);
    return isRight || width === 0 ? [] : [image.alt.slice(0, 30) + ': ' + width + ' pixels, promised ' + promised + ' by ' + sizes];
  })`;

  const widths = [320, 360, 412, 600, 700, 800, 1000, 1100, 1280, 1440, 1920];

  test.each(pages)('say how wide they are, at eleven widths: %s', async (path) => {
    await look(path, { script: true }, async (page) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, await page.evaluate(badSizes)]).toEqual([width, []]);
      }
    });
  });

  test('come in the best format that the browser knows, the opening one at once, the others when they are near', async () => {
    await look('/2026/02/28/dernier-train-de-la-vallee.html', { width: 360, script: true }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => void (request.resourceType() === 'image' && asked.push(request.url())));
      await page.reload({ waitUntil: 'networkidle' });
      const pictures = asked.filter((url) => url.includes('/images/'));
      expect(pictures[0]).toMatch(/-360\.avif$/);
      expect(pictures.length).toBeLessThan(await page.locator('main img').count());
      expect(await page.locator('figure.opening img').getAttribute('fetchpriority')).toBe('high');
      expect(await page.locator('main img[loading="lazy"]').count()).toBe((await page.locator('main img').count()) - 1);
    });
  });

  test('have width, height and alternative text, without script too', async () => {
    for (const path of pages) {
      const { all, whole } = await look(path, {}, async (page) => ({
        all: await page.locator('img').count(),
        whole: await page.locator('img[width][height][alt]').count(),
      }));
      expect(whole).toBe(all);
      expect(all).toBeGreaterThan(0);
    }
  });
});
