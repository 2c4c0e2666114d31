// Mes listes in a real browser, under a strict policy: everything that a reader can do with lists, what is said when,
// other tabs, storage that is full or forbidden, hostile files; and what the page is without script.

import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { payloads } from './payloads.ts';
import { createReader, type Reader } from './reader.ts';
import { article, removeSites, testSite } from './site.ts';

let reader: Reader;

beforeAll(async () => {
  const site = testSite(`=== site.md
---
name: Le Test
---
=== securities/moderna.md
---
name: Moderna
isin: US60770K1079
ticker: MRNA
---
=== securities/electricite.md
---
name: Électricité
---
=== sources/libertify.md
---
name: Libertify
kind: partner
---
=== articles/top.md
${article('title: Top 5\ndate: 2020-03-04 08:00\nsource: libertify')}
=== articles/un.md
${article('title: "Un vaccin"\ndate: 2026-03-05 08:00\nsecurities: [moderna, scor]')}
=== articles/deux.md
${article('title: Deux\ndate: 2021-03-04 08:00\nsecurities: [electricite]')}`);
  await site.build();
  reader = await createReader(site.out);
}, 120_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

const listsPage = '/mes-listes/';
/** Lists that are there when the page opens. */
const stored = (lists: unknown, saved: unknown = []): string =>
  `if (!localStorage.getItem('depeche:listes')) localStorage.setItem('depeche:listes', ${JSON.stringify(JSON.stringify({ version: 1, lists, saved }))});`;
const twoLists = [
  {
    id: 'a',
    name: 'Santé',
    securities: [
      { id: 'moderna', name: 'Moderna' },
      { id: 'scor', name: 'scor' },
    ],
  },
  { id: 'b', name: 'Vide', securities: [] },
];
const watchlist = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const said = (page: Page): Promise<string> => page.locator('.notice [role=status]').innerText();
const createList = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Nouvelle liste' }).click();
  await page.getByLabel('Nom de la liste').fill(name);
  await page.keyboard.press('Enter');
};

test('lists are created, renamed, reordered and deleted, and a deletion can be undone', async () => {
  await reader.look(listsPage, {}, async (page) => {
    expect(await page.locator('main').innerText()).toContain('Vous n’avez encore aucune liste.');
    await createList(page, 'Santé');
    expect(await said(page)).toContain('est créée');
    expect(await page.locator('main').innerText()).not.toContain('aucune liste');
    expect(await watchlist(page, 'Santé').innerText()).toContain('Cette liste ne contient aucune valeur.');
    await createList(page, 'Paris');
    await page.getByRole('button', { name: 'Renommer la liste Paris' }).click();
    expect(await page.getByLabel('Nom de la liste').inputValue()).toBe('Paris');
    await page.getByLabel('Nom de la liste').fill('CAC 40');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Monter la liste CAC 40' }).press('Enter');
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['CAC 40', 'Santé']);
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Monter la liste CAC 40');
    await page.getByRole('button', { name: 'Supprimer la liste Santé' }).press('Enter');
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['CAC 40']);
    expect(await page.locator(':focus').innerText()).toBe('Annuler');
    await page.keyboard.press('Enter');
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['CAC 40', 'Santé']);
    await page.reload();
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['CAC 40', 'Santé']);
  });
});

test('a security is found by name without accents, by ISIN and by ticker, and added by keyboard', async () => {
  await reader.look(listsPage, { before: stored([twoLists[1]]) }, async (page) => {
    const field = watchlist(page, 'Vide').getByRole('searchbox');
    for (const [typed, found] of [
      ['electri', 'Électricité'],
      ['US6077', 'Moderna'],
      ['mrna', 'Moderna'],
    ] as const) {
      await field.fill(typed);
      await watchlist(page, 'Vide').getByText('Une valeur correspond.').waitFor();
      expect(await watchlist(page, 'Vide').locator('.hits').innerText()).toContain(found);
    }
    await field.fill('zzz');
    await watchlist(page, 'Vide').getByText('Aucune valeur ne correspond.').waitFor();
    await field.fill('moderna');
    await watchlist(page, 'Vide').getByText('Une valeur correspond.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await said(page)).toContain('Moderna est dans la liste');
    expect(await watchlist(page, 'Vide').getByRole('link', { name: 'Moderna' }).getAttribute('href')).toBe(
      '/valeurs/moderna/',
    );
    expect(await watchlist(page, 'Vide').innerText()).not.toContain('aucune valeur');
  });
});

test('each security shows its newest articles, loads them when they come near, and says so', async () => {
  await reader.look(listsPage, { before: stored(twoLists) }, async (page) => {
    const link = watchlist(page, 'Santé').getByRole('link', { name: 'Un vaccin' }).first();
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('/2026/03/05/un.html');
    expect(await page.locator('.news time').first().innerText()).toContain('5 mars 2026');
    await page.locator('#d_progress', { hasText: 'Les articles sont chargés.' }).waitFor({ state: 'attached' });
    expect(await page.locator('main').innerText()).not.toContain('Chargement');
  });
});

test('what cannot be loaded is said, and can be tried again; a security without a page is said to have none', async () => {
  const lists = [
    {
      id: 'a',
      name: 'A',
      securities: [
        { id: 'moderna', name: 'Moderna' },
        { id: 'perdue', name: 'Perdue' },
      ],
    },
  ];
  await reader.look(listsPage, { before: stored([]) }, async (page) => {
    await page.route('**/moderna/articles.json', (route) => route.abort());
    await page.evaluate(`localStorage.setItem('depeche:listes', ${JSON.stringify(JSON.stringify({ lists }))})`);
    await page.reload();
    await page.getByText('Les articles n’ont pas pu être chargés.').waitFor();
    await page.getByText('Cette valeur n’a plus de page sur ce site.').waitFor();
    await page.unroute('**/moderna/articles.json');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('link', { name: 'Un vaccin' }).waitFor();
  });
});

test('securities are reordered by buttons, by Alt and an arrow, and by dragging, and removed with a way back', async () => {
  await reader.look(listsPage, { before: stored(twoLists) }, async (page) => {
    const order = (): Promise<string[]> => watchlist(page, 'Santé').locator('h3').allInnerTexts();
    await page.getByRole('button', { name: 'Monter scor' }).press('Enter');
    expect(await order()).toEqual(['scor', 'Moderna']);
    expect(await said(page)).toMatch(/^scor\s: place 1\.$/);
    await page.locator(':focus').press('Alt+ArrowDown');
    expect(await order()).toEqual(['Moderna', 'scor']);
    await page.getByText('Une valeur').count();
    await page.locator('.held-one').nth(1).dragTo(page.locator('.held-one').first());
    expect(await order()).toEqual(['scor', 'Moderna']);
    await page.getByRole('button', { name: 'Retirer scor' }).click();
    await page.getByRole('button', { name: 'Retirer Moderna' }).click();
    expect(await said(page)).toContain('Cette liste ne contient aucune valeur.');
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await order()).toEqual(['Moderna']);
  });
});

test('another tab sees a change at once', async () => {
  await reader.look(listsPage, {}, async (page, context) => {
    const other = await context.newPage();
    await other.goto(reader.url + listsPage);
    await createList(page, 'Partagée');
    await watchlist(other, 'Partagée').waitFor();
  });
});

test('an exported file is imported again elsewhere', async () => {
  const text = await reader.look(listsPage, { before: stored(twoLists) }, async (page) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Exporter' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('mes-listes.json');
    const stream = await download.createReadStream();
    return Buffer.concat(await stream.toArray()).toString();
  });
  await reader.look(listsPage, {}, async (page) => {
    await importText(page, text);
    await page.getByText('Le fichier est importé.').waitFor();
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Santé', 'Vide']);
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await page.locator('.watchlist h2').count()).toBe(0);
  });
});

async function importText(page: Page, text: string): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'listes.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a bad file is refused with a sentence, and changes nothing', async () => {
  await reader.look(listsPage, { before: stored(twoLists) }, async (page) => {
    for (const [text, sentence] of [
      ['{', 'ne peut pas être lu'],
      ['{"a":1}', 'ne contient pas de listes'],
      ['{"format":"depeche-listes","version":9,"lists":[]}', 'version plus récente'],
      ['{"format":"depeche-listes","version":1,"lists":[]}', 'aucune liste'],
      ['x'.repeat(1_100_000), 'trop grand'],
    ] as const) {
      await importText(page, text);
      await page.locator('.notice', { hasText: sentence }).waitFor();
    }
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Santé', 'Vide']);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  'javascript:alert(1)',
  '{name}',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '&lt;b&gt;',
  '</template><b>x</b>',
  '\u202e<b>',
  ...payloads,
];

test('no name of a list or a security, typed or imported, becomes markup, runs, or leads elsewhere', async () => {
  await reader.look(listsPage, {}, async (page) => {
    const alerts: string[] = [];
    page.on('dialog', (dialog) => {
      alerts.push(dialog.message());
      void dialog.dismiss();
    });
    const lists = hostile.map((name, i) => ({
      id: `x${i}`,
      name,
      securities: [
        { id: 'moderna', name },
        { id: name, name },
      ],
    }));
    const saved = hostile.map((title, i) => ({ url: i % 2 ? title : `/2026/03/05/${i}.html`, title, date: title }));
    await importText(page, JSON.stringify({ format: 'depeche-listes', version: 1, lists, saved }));
    await page.getByText('Le fichier est importé.').waitFor();
    await createList(page, '<img src=x onerror=alert(1)>');
    // Two of them are the same text, when what is not seen is taken out.
    const names = new Set(hostile.map((name) => name.replace('\u202e', '')));
    expect(await page.locator('.watchlist').count()).toBe(names.size + 1);
    const shown = await page.locator('.watchlist h2').allInnerTexts();
    expect(shown).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('#d_shelf :is(script, img, svg, iframe, b:not(.partner))').count()).toBe(0);
    const addresses = await page
      .locator('#d_shelf a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    for (const address of addresses) expect(address).toMatch(/^\/(?:valeurs\/[a-z-]+\/|2026\/03\/05\/\w+\.html)$/);
    await page.route('**/valeurs/index.json', (route) =>
      route.fulfill({
        json: { securities: hostile.map((name, i) => ({ id: i === 0 ? name : `s${i}`, name: `Val ${name}` })) },
      }),
    );
    await page.locator('.watchlist').first().getByRole('searchbox').fill('val');
    await page.locator('.hits', { hasText: 'Val <img src=x onerror=alert(1)>' }).waitFor();
    expect(await page.locator('.hits :is(img, script, svg, iframe)').count()).toBe(0);
    expect(alerts).toEqual([]);
  });
});

const forbidden = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });`;
const full = `Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };`;

test.each([
  ['forbidden', forbidden, 'ne permet pas de garder vos listes'],
  ['full', full, 'mémoire de ce navigateur est pleine'],
])('a %s storage is said, and the lists work until the page is closed', async (_, before, sentence) => {
  await reader.look(listsPage, { before }, async (page) => {
    await createList(page, 'Passagère');
    expect(await page.getByRole('alert').innerText()).toContain(sentence);
    await createList(page, 'Seconde');
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Passagère', 'Seconde']);
  });
});

/** A storage that takes nothing from a tab until `allow` is called in it; other tabs are as always. */
const fullHere = `if (sessionStorage.getItem('here') === '1') {
  const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...put) {
    if (this === localStorage && window.allowed !== true) throw new DOMException('full', 'QuotaExceededError');
    set.apply(this, put);
  };
}`;

test('what a full storage did not take stays when another tab saves, and is kept as soon as there is room', async () => {
  await reader.look(listsPage, { before: fullHere }, async (page, context) => {
    await page.evaluate(`sessionStorage.setItem('here', '1')`);
    await page.reload();
    await createList(page, 'Passagère');
    await watchlist(page, 'Passagère').getByRole('searchbox').fill('moderna');
    await page.getByRole('button', { name: 'Ajouter Moderna' }).click();
    const other = await context.newPage();
    await other.goto(reader.url + listsPage);
    await createList(other, 'Ailleurs');
    await watchlist(page, 'Ailleurs').waitFor();
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Ailleurs', 'Passagère']);
    expect(await watchlist(page, 'Passagère').innerText()).toContain('Moderna');
    expect(await page.getByRole('alert').innerText()).toContain('mémoire de ce navigateur est pleine');
    await page.evaluate(`window.allowed = true`);
    await createList(other, 'Encore');
    await watchlist(other, 'Passagère').waitFor();
    expect(await other.locator('.watchlist h2').allInnerTexts()).toEqual(['Ailleurs', 'Encore', 'Passagère']);
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.reload();
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Ailleurs', 'Encore', 'Passagère']);
  });
});

test('to take a deletion back leaves what another tab did meanwhile', async () => {
  await reader.look(listsPage, { before: stored(twoLists) }, async (page, context) => {
    await page.getByRole('button', { name: 'Supprimer la liste Santé' }).click();
    const other = await context.newPage();
    await other.goto(reader.url + listsPage);
    await createList(other, 'Ailleurs');
    await watchlist(page, 'Ailleurs').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(await page.locator('.watchlist h2').allInnerTexts()).toEqual(['Santé', 'Vide', 'Ailleurs']);
  });
});

test('nothing moves while the lists come, however late, and the securities are seen when no script comes', async () => {
  const moves = `window.moved = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });`;
  await reader.look('/404.html', { width: 412, before: moves }, async (page) => {
    const late = async (ms: number): Promise<void> => {
      await page.route('**/islands/lists.js*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, ms));
        await route.continue();
      });
      await page.goto(reader.url + listsPage);
    };
    await late(900);
    await page.getByRole('button', { name: 'Nouvelle liste' }).waitFor();
    expect(await page.getByRole('link', { name: 'Moderna' }).isVisible()).toBe(true);
    await page.waitForTimeout(200);
    expect(await page.evaluate('window.moved')).toBeLessThan(0.01);
    await page.route('**/islands/lists.js*', (route) => route.abort());
    await page.goto(reader.url + listsPage);
    await page.getByRole('link', { name: 'Moderna' }).waitFor();
    expect(await page.locator('.unscripted').isVisible()).toBe(true);
  });
});

test('damaged storage is put aside, not overwritten', async () => {
  const before = `if (!localStorage.getItem('seen')) { localStorage.setItem('depeche:listes', '{"lists":['); localStorage.setItem('seen', '1'); }`;
  await reader.look(listsPage, { before }, async (page) => {
    await createList(page, 'Neuve');
    expect(await page.evaluate(`localStorage.getItem('depeche:listes:abime')`)).toBe('{"lists":[');
  });
});

describe('on an article', () => {
  const story = '/2026/03/05/un.html';

  test('a security is added to a new list and to an old one, and taken out, in a dialog', async () => {
    await reader.look(story, {}, async (page) => {
      const opener = page.getByRole('button', { name: 'Ajouter à une liste : Moderna' });
      await opener.click();
      const dialog = page.getByRole('dialog', { name: 'Ajouter à une liste' });
      expect(await dialog.innerText()).toContain('Moderna');
      await dialog.getByLabel('Nouvelle liste').fill('<b>Santé</b>');
      await page.keyboard.press('Enter');
      await dialog.getByText('Moderna est dans la liste « <b>Santé</b> ».').waitFor();
      expect(await dialog.getByRole('checkbox', { name: '<b>Santé</b>' }).isChecked()).toBe(true);
      await page.keyboard.press('Escape');
      expect(await page.locator(':focus').innerText()).toContain('Ajouter à une liste');
      await page.getByRole('button', { name: 'Ajouter à une liste : scor' }).click();
      await dialog.getByRole('checkbox', { name: '<b>Santé</b>' }).check();
      await page.goto(reader.url + listsPage);
      expect(await page.locator('.held-one h3').allInnerTexts()).toEqual(['Moderna', 'scor']);
      await page.goto(`${reader.url}/valeurs/moderna/`);
      await page.getByRole('button', { name: 'Ajouter à une liste : Moderna' }).click();
      await dialog.getByRole('checkbox').uncheck();
      await dialog.getByText('Moderna est retirée').waitFor();
    });
  });

  test('it is kept for later, stands on Mes listes, and is taken out again', async () => {
    await reader.look(story, {}, async (page) => {
      const button = page.getByRole('button', { name: 'Lire plus tard' });
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await button.press('Enter');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
      await page.getByText('L’article est gardé dans Mes listes').waitFor();
      await page.goto(reader.url + listsPage);
      expect(await page.locator('.saved').innerText()).toContain('Un vaccin');
      expect(await page.locator('.saved a').getAttribute('href')).toBe(story);
      await page.locator('.saved').getByRole('button').click();
      expect(await page.locator('.saved').innerText()).toContain('Aucun article n’est gardé pour plus tard.');
    });
  });

  test('partner content is marked as such among what is kept', async () => {
    await reader.look('/2020/03/04/top.html', {}, async (page) => {
      await page.getByRole('button', { name: 'Lire plus tard' }).click();
      await page.goto(reader.url + listsPage);
      expect(await page.locator('.saved li').innerText()).toContain('Contenu partenaire\u00a0· Libertify');
      await page.goto(reader.url + story);
      await page.getByRole('button', { name: 'Lire plus tard' }).click();
      await page.goto(reader.url + listsPage);
      expect(await page.locator('.saved li .partner').count()).toBe(1);
    });
  });

  test('without script no button of lists is seen', async () => {
    await reader.look(story, { script: false }, async (page) => {
      expect(await page.getByRole('button').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Moderna' }).count()).toBe(1);
    });
  });
});

test('without script the page says why it is empty, and leads to the securities', async () => {
  await reader.look(listsPage, { script: false }, async (page) => {
    const text = await page.locator('main').innerText();
    expect(text).toContain('demandent JavaScript');
    expect(text).not.toMatch(/aucune valeur|Chargement/);
    expect(await page.getByRole('link', { name: 'Moderna' }).getAttribute('href')).toBe('/valeurs/moderna/');
    expect(await page.getByRole('button').count()).toBe(0);
  });
});

describe.each([
  ['light', false],
  ['dark', true],
])('in the %s theme', (_, dark) => {
  test.each([listsPage, '/2026/03/05/un.html', '/valeurs/moderna/'])(
    '%s has no axe violation, its dialogs included',
    async (path) => {
      await reader.look(
        path,
        { dark, before: stored(twoLists, [{ url: '/2026/03/05/un.html', title: 'Un', date: '2026-03-05' }]) },
        async (page) => {
          const check = async (): Promise<void> => {
            const { violations } = await new AxeBuilder({ page })
              .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
              .analyze();
            expect(
              violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
            ).toEqual([]);
          };
          await page.waitForTimeout(500);
          await check();
          await page
            .locator(path === listsPage ? '[data-do=create]' : '.add')
            .first()
            .click();
          await check();
        },
      );
    },
  );
});

test.each([320, 360, 768, 1280, 1600])('Mes listes does not scroll sideways at %i pixels', async (width) => {
  await reader.look(
    listsPage,
    { width, before: stored([{ ...twoLists[0], name: 'Anticonstitutionnellement'.repeat(3) }]) },
    async (page) => {
      await page.waitForTimeout(500);
      const { inner, outer } = await page
        .locator('html')
        .evaluate((root) => ({ inner: root.scrollWidth, outer: root.clientWidth }));
      expect(inner).toBeLessThanOrEqual(outer);
    },
  );
});
