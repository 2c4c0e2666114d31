// The text edition's pages: what was approved, nothing that loads, and the links to and from them.

import { expect, test } from 'vitest';
import * as fixtures from './fixtures.ts';
import { theme } from './index.ts';

const pages = {
  'text-article': theme.textArticle(fixtures.textRead).html,
  'text-front': theme.textFront(fixtures.textFront).html,
};

test.each(Object.entries(pages))('the page %s is what was last approved', async (name, markup) => {
  await expect(markup).toMatchFileSnapshot(`goldens/${name}.html.txt`);
});

test.each(Object.entries(pages))('the page %s loads nothing', (_, markup) => {
  expect(markup).not.toMatch(/<(?:script|style|img|picture|source|iframe|video)\b|stylesheet|\sstyle=|\sclass=/);
  expect(markup).toMatch(/<body>\s*<a href="#contenu">/);
  expect(markup).toContain('<main id="contenu">');
  expect(markup.match(/<h1/g)?.length).toBe(1);
});

test('an article leads to its text, to the eye and in its head; without a text edition it does not', () => {
  const site = { ...fixtures.site, textEdition: '/texte/' };
  const markup = theme.article({ ...fixtures.dispatch, site, textUrl: '/texte/2021/12/02/biden.html' }).html;
  expect(markup).toContain(
    '<link rel="alternate" type="text/html" title="Version texte" href="/texte/2021/12/02/biden.html">',
  );
  expect(markup).toContain('<a rel="alternate" href="/texte/2021/12/02/biden.html">Version texte</a>');
  expect(markup).toContain('<a href="/texte/">Version texte</a>');
  expect(theme.article(fixtures.dispatch).html).not.toContain('/texte/');
});

test('a text whose language the theme does not speak marks the words around it', () => {
  const markup = theme.textArticle({ ...fixtures.textRead, lang: 'ar', dir: 'rtl' }).html;
  expect(markup).toContain('<html lang="ar" dir="rtl">');
  expect(markup).toContain('<a href="#contenu" lang="fr" dir="ltr">');
});

test('a correction without a date shows none', () => {
  const corrections = [{ date: null, kind: 'correction', text: 'Faux.' }];
  expect(theme.textArticle({ ...fixtures.textRead, corrections }).html).toContain('<p>correction\u00a0: Faux.</p>');
});
