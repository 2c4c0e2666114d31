// Where articles stand: paths on disk, addresses in links, and what counts as one address.

import { describe, expect, test } from 'vitest';
import { addressKey, addressOf, articlePath, isReserved, listPath, pathOf } from './addresses.ts';
import { makeArticle, makeLibrary, makePage, makeTerm } from './library.fixture.ts';

test('an article stands under its day in the site’s zone', () => {
  expect(articlePath(makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05T23:30:00Z'))).toBe('/2026/03/06/x.html');
  expect(articlePath(makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05'))).toBe('/2026/03/05/x.html');
});

test('an article in another language stands under that language', () => {
  const article = makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05\nlang: pt-BR');
  expect(articlePath(article)).toBe('/pt-br/2026/03/05/x.html');
});

test('lists stand under their kind, sections at the root', () => {
  const kinds = ['section', 'topic', 'source', 'author', 'security'] as const;
  expect(kinds.map((kind) => listPath(kind, 'x'))).toEqual([
    '/x/',
    '/sujets/x/',
    '/sources/x/',
    '/auteurs/x/',
    '/valeurs/x/',
  ]);
});

test('an Arabic slug is raw on disk and percent-encoded in an address', () => {
  const { library } = makeLibrary([makeArticle('articles/مهرجان-طنجة.md', 'title: X\ndate: 2026-03-05')]);
  const entry = library.entries[0];
  expect(entry?.path).toBe('/2026/03/05/مهرجان-طنجة.html');
  expect(entry?.url).toBe(`/2026/03/05/${encodeURIComponent('مهرجان-طنجة')}.html`);
  expect(entry?.url).toMatch(/^[\x21-\x7e]+$/);
  expect(pathOf(entry?.url ?? '')).toBe(entry?.path);
});

describe('two paths are one address', () => {
  test.each([
    ['when only case differs', '/2026/03/05/Crue.html', '/2026/03/05/crue.html'],
    [
      'when only the Unicode form differs',
      '/2026/03/05/é.html'.normalize('NFC'),
      '/2026/03/05/é.html'.normalize('NFD'),
    ],
    ['when both differ', '/É/'.normalize('NFD'), '/é/'.normalize('NFC')],
  ])('%s', (_, a, b) => {
    expect(a).not.toBe(b);
    expect(addressKey(a)).toBe(addressKey(b));
  });

  test('but not when a letter differs', () => {
    expect(addressKey('/crue.html')).not.toBe(addressKey('/crues.html'));
  });
});

test('what cannot be decoded is no path, and query and fragment are none of it', () => {
  expect(pathOf('/a%2')).toBeNull();
  expect(pathOf('/a%C3%A9?b=1#c')).toBe('/aé');
  expect(pathOf('/a#b?c')).toBe('/a');
});

test('spaces and signs of a path are encoded, slashes are not', () => {
  expect(addressOf('/a b/c?d#e%f')).toBe('/a%20b/c%3Fd%23e%25f');
  expect(addressOf('/2026/03/05/x.html')).toBe('/2026/03/05/x.html');
});

describe('names that belong to the program', () => {
  const words =
    'sujets sources auteurs valeurs mes-listes recherche fragments sitemaps assets images texte pagefind 404';

  test.each([...words.split(' '), '2026', '0001'])('%s is reserved', (word) => {
    expect(isReserved(word)).toBe(true);
  });

  test('others are not', () => {
    for (const word of ['monde', '20265', '405', 'sujet']) expect(isReserved(word)).toBe(false);
  });

  test('a section of that name moves aside', () => {
    const { library } = makeLibrary([], { terms: { section: [makeTerm('sections', 'images')] } });
    expect(library.sections.map(({ path }) => path)).toEqual(['/rubrique-images/']);
  });

  test('a page of that name is not published, with a finding', () => {
    const { library, findings } = makeLibrary([], { pages: [makePage('pages/images.md', 'title: Images')] });
    expect(library.pages).toEqual([]);
    expect(findings).toMatchObject([{ code: 'reserved-address', severity: 'error', file: 'pages/images.md' }]);
  });
});
