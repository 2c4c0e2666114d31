import { HtmlValidate } from 'html-validate/node';
import { expect, test } from 'vitest';
import { en } from '../../templates/words/en.ts';
import { fr } from '../../templates/words/fr.ts';
import { redirectPage } from './redirect-page.ts';

const validator = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });
const words = fr.files.moved;
const canonical = 'https://depeche.example/2026/03/05/crue.html';

test('it leads on by itself, by a link and for search engines', () => {
  const page = redirectPage({ to: '/2026/03/05/crue.html', canonical, lang: 'fr', words });
  expect(page).toContain('<meta http-equiv="refresh" content="0; url=/2026/03/05/crue.html">');
  expect(page).toContain(`<link rel="canonical" href="${canonical}">`);
  expect(page).toContain('<meta name="robots" content="noindex">');
  expect(page).toContain('<a href="/2026/03/05/crue.html">Lire la page à sa nouvelle adresse</a>');
});

test('it says the words that it is given', () => {
  const page = redirectPage({ to: '/a', canonical, lang: 'en-GB', words: en.files.moved });
  expect(page).toContain('<h1>Page moved</h1>');
  expect(page).toContain('<a href="/a">Read the page at its new address</a>');
});

test('it is valid HTML, also with hostile values', async () => {
  const bad = '"><script>alert(1)</script>&\'\0';
  const pages = [
    redirectPage({ to: '/2026/03/05/crue.html', canonical, lang: 'fr', words }),
    redirectPage({ to: `/${bad}`, canonical: canonical + bad, lang: 'fr', words: { title: bad, link: bad } }),
  ];
  for (const page of pages) {
    expect(page).not.toContain('<script');
    const report = await validator.validateString(page);
    expect(report.results.flatMap((result) => result.messages)).toEqual([]);
  }
});

test.each(['javascript:alert(1)', '//evil.example/', '/\\evil.example/', 'https://evil.example/', ''])(
  'it never leaves the site: %j leads to the front page',
  (to) => {
    expect(redirectPage({ to, canonical, lang: 'fr', words })).toContain('content="0; url=/"');
  },
);
