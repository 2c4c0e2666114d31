/// <reference lib="dom" />

// Thirty attacks in every field that reaches a page: none runs in a browser, none adds an element or an attribute, and
// feeds stay well-formed. The same site with an ordinary word in the place of each attack says what a page's shape is.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { updateSearch } from '../search/update-search.ts';
import { createReader, type Reader } from './reader.ts';
import { removeSites, testSite, type TestSite } from './site.ts';

const attacks: readonly string[] = [
  '<script>pwned()</script>',
  '"><script>pwned()</script>',
  "'><script>pwned()</script>",
  '</script><script>pwned()</script>',
  '</title><script>pwned()</script>',
  '--><script>pwned()</script>',
  ']]><script>pwned()</script>',
  '<img src=x onerror=pwned()>',
  '"><img src=x onerror=pwned()>',
  '<svg/onload=pwned()>',
  '<svg><animate onbegin=pwned() attributeName=x dur=1s>',
  '<iframe src="javascript:parent.pwned()"></iframe>',
  '<a href="javascript:pwned()">lien</a>',
  '" onmouseover="pwned()" x="',
  "' onmouseover='pwned()' x='",
  '" autofocus onfocus=pwned() x="',
  '<details open ontoggle=pwned()>',
  '<body onload=pwned()>',
  '<math><mtext></mtext><script>pwned()</script></math>',
  '<style>@import "javascript:pwned()";</style>',
  '<link rel=stylesheet href="javascript:pwned()">',
  '<meta http-equiv=refresh content="0;url=javascript:pwned()">',
  '<base href="https://mal.example/">',
  '<form><button formaction="javascript:pwned()">x</button></form>',
  '<template><script>pwned()</script></template>',
  '&lt;script&gt;pwned()&lt;/script&gt;',
  '&#60;img src=x onerror=pwned()&#62;',
  '{{constructor.constructor("pwned()")()}}',
  '${pwned()}',
  '\u2028</script><img src=x onerror=pwned()>\u202e',
];

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const quoted = (text: string): string => JSON.stringify(text);

/** A site in which `say` stands behind a word in every field. */
function siteOf(say: (rank: number) => string): TestSite {
  const field = (rank: number): string => quoted(`Mot ${say(rank)} fin`);
  let text = `=== site.md
---
name: ${field(0)}
tagline: ${field(1)}
description: ${field(2)}
sections: [monde]
text-edition: true
---
=== sections/monde.md
---
name: ${field(3)}
summary: ${field(4)}
---
`;
  for (const [rank] of attacks.entries()) {
    const said = field(rank);
    // What has no file of its own is shown by the name that the article gives it.
    const unfiled = quoted(`Nom${rank} ${say(rank)} fin`);
    // Some are a partner's, whose name stands where others have their kicker.
    const film = rank % 3 === 1 ? `\nvideo: { src: https://video.example/x, partner: ${said} }` : '';
    const minute = String(rank).padStart(2, '0');
    for (const room of ['sources', 'securities', 'authors', 'topics']) {
      text += `=== ${room}/t${rank}.md
---
name: ${said}
summary: ${said}
role: ${said}
rights: ${said}
market: ${said}
ticker: ${said}
---
`;
    }
    text += `=== articles/2026/03/05/a${rank}.md
---
title: ${said}
date: 2026-03-05 08:${minute}
section: monde
kicker: ${said}
summary: ${said}
source: t${rank}
securities: [t${rank}]
authors: [t${rank}, ${unfiled}]
topics: [t${rank}, ${unfiled}]${film}
credits: ${said}
image: { src: a.png, alt: ${said}, caption: ${said}, credit: ${said} }
corrections: [{ date: 2026-03-05, kind: ${said}, text: ${said} }]
---
Un texte.
`;
  }
  const site = testSite(text);
  site.writeBytes('articles/2026/03/05/a.png', png);
  return site;
}

/** Elements and the names of their attributes, in order. */
function shapeOf(markup: string): string[] {
  const matter = markup.replace(/(<script type="application\/ld\+json">).*?(<\/script>)/gs, '$1$2');
  return [...matter.matchAll(/<(\/?[a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>/gi)].map(
    ([, name, attributes = '']) =>
      `${name} ${[...attributes.matchAll(/\s([^\s="'>]+)(?:=(?:"[^"]*"))?/g)].map((match) => match[1]).join(' ')}`,
  );
}

let attacked: TestSite;
let plain: TestSite;
let reader: Reader;

beforeAll(async () => {
  attacked = siteOf((rank) => attacks[rank] as string);
  plain = siteOf(() => 'simple');
  expect((await attacked.build()).articles).toBe(attacks.length);
  await plain.build();
  await updateSearch({
    out: attacked.out,
    cache: join(attacked.folder, '.c'),
    lang: 'fr',
    mode: 'all',
    budget: 60_000,
  });
  // No policy: the pages must hold by themselves.
  reader = await createReader(attacked.out, {});
}, 300_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

test('no attack adds an element or an attribute to any page', () => {
  // Lists of what has no file stand elsewhere on either site.
  const pages = [...attacked.tree().keys()].filter((path) => path.endsWith('.html') && plain.has(path));
  expect(pages.length).toBeGreaterThan(attacks.length * 5);
  const changed = pages.filter((path) => {
    const [ours, theirs] = [attacked.read(path), plain.read(path)].map((markup) => shapeOf(markup).join('\n'));
    return ours !== theirs;
  });
  expect(changed).toEqual([]);
});

test('metadata is JSON in every page, and holds no markup that could end it', () => {
  for (const path of attacked.tree().keys()) {
    if (!path.endsWith('.html')) continue;
    for (const [, json = ''] of attacked
      .read(path)
      .matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
      JSON.parse(json);
      expect(json).not.toMatch(/[<>\u2028\u2029]/);
    }
  }
});

describe('in a browser without any policy', () => {
  const watch = 'window.hits = []; window.pwned = () => window.hits.push(location.href); window.alert = window.pwned;';
  const articles = attacks.map((_, rank) => `/2026/03/05/a${rank}.html`);
  const others = ['/', '/monde/', '/texte/', '/fragments/dernieres.html', '/recherche/?q=mot', '/2026/03/05/'];
  const unfiled = (): string[] => [...attacked.tree().keys()].filter((path) => /^\/(?:sujets|auteurs)\/nom/.test(path));
  const first = articles.slice(0, 9).flatMap((path) => [`/texte${path}`]);
  const lists = attacks.flatMap((_, rank) => (rank % 5 === 0 ? [`/sources/t${rank}/`, `/valeurs/t${rank}/`] : []));

  test('nothing runs on any kind of page', async () => {
    const hits = await reader.look('/404.html', { before: watch }, async (page) => {
      const found: string[] = [];
      for (const path of [...others, ...articles, ...first, ...lists, ...unfiled()]) {
        await page.goto(reader.url + path, { waitUntil: 'load' });
        if (path.includes('?q=')) await page.waitForSelector('[data-search="list"] li');
        // What waits for a pointer or the focus gets both.
        await page.evaluate(() => {
          for (const element of document.querySelectorAll<HTMLElement>('main *')) {
            element.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }));
            element.dispatchEvent(new FocusEvent('focus'));
          }
        });
        found.push(...(await page.evaluate(() => (window as unknown as { hits: string[] }).hits)));
        const bad = await page
          .locator('[onerror], [onload], [onmouseover], [onfocus], [href^="javascript:" i]')
          .count();
        if (bad > 0) found.push(`${path}: ${bad} handlers`);
      }
      return found;
    });
    expect(hits).toEqual([]);
  }, 120_000);

  test('a question that is an attack is shown as text', async () => {
    const hits = await reader.look('/recherche/', { before: watch }, async (page) => {
      for (const attack of attacks) {
        await page.goto(`${reader.url}/recherche/?q=${encodeURIComponent(attack)}`);
        await page.waitForFunction(() =>
          (document.querySelector('[role="status"]')?.textContent ?? '').includes('pour'),
        );
      }
      return page.evaluate(() => (window as unknown as { hits: string[] }).hits);
    });
    expect(hits).toEqual([]);
  }, 60_000);

  test('feeds and sitemaps are well-formed, and say what was written', async () => {
    const feeds = [...attacked.tree().keys()].filter((path) => path.endsWith('.xml'));
    expect(feeds.length).toBeGreaterThan(5);
    const faults = await reader.look('/404.html', {}, (page) =>
      page.evaluate(
        (texts) =>
          texts.flatMap(([path, text]) => {
            const parsed = new DOMParser().parseFromString(text as string, 'application/xml');
            const fault = parsed.querySelector('parsererror')?.textContent;
            return fault ? [`${path}: ${fault}`] : [];
          }),
        feeds.map((path) => [path, attacked.read(path)]),
      ),
    );
    expect(faults).toEqual([]);
    const { items } = JSON.parse(attacked.read('/feed.json')) as { items: { title: string }[] };
    expect(items.map(({ title }) => title)).toContain('Mot <script>pwned()</script> fin');
  });
});
