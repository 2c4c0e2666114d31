// Whatever words authors choose for sections, topics, pages, slugs and former addresses: no two things stand at one
// address, for then a build would have to end, or one of the two would be lost without a word.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PageFile } from '../content/types.ts';
import { addressKey } from './addresses.ts';
import { makeArticle, makeLibrary, makePage, makeTerm } from './library.fixture.ts';
import type { Built } from './library.ts';

/** Names that are forbidden somewhere, and names that are what becomes of those. */
const words = ['con', 'CON', 'con-1', 'con-1-1', 'aux', 'index', 'index-1', '404', 'sujets', 'rubrique-sujets', 'texte', '2026', 'rubrique-2026', '..', '%2e%2e', 'a', 'A', 'á', 'a\u0301', 'en', 'a/b', 'a-b', 'monde']; // prettier-ignore
const formers = ['/con-1/', '/a/', '/A', '/en/', '/monde/2026/03/', '/2026/03/05/a.html', '/2026/03/05/a/commentaires-2.html', '/2026/03/05/index.html', '/sujets/con-1/', '/texte/2026/03/05/a.html', '/commentaires.xml', '/%63on-1/', '/vieux.html', '/Vieux.html', '/vieux.html/index.html']; // prettier-ignore

const word = fc.constantFrom(...words);
const some = fc.array(word, { maxLength: 3 });
const article = fc.record({
  slug: word,
  section: word,
  topics: some,
  authors: some,
  lang: fc.constantFrom('fr', 'en', 'con'),
  redirects: fc.array(fc.constantFrom(...formers), { maxLength: 2 }),
});
const site = fc.record({ sections: some, files: some, topics: some, pages: some, articles: fc.array(article) });

function pageOf(slug: string, index: number): PageFile {
  return makePage(`pages/p${index}.md`, `title: P\nslug: ${JSON.stringify(slug)}`);
}

function libraryOf({
  sections,
  files,
  topics,
  pages,
  articles,
}: typeof site extends fc.Arbitrary<infer T> ? T : never): Built {
  const cards = articles.map(({ redirects, ...keys }, i) =>
    makeArticle(
      `articles/${i}.md`,
      ['title: T', 'date: 2026-03-05 08:00', ...Object.entries({ ...keys, redirects }).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)].join('\n'), // prettier-ignore
    ),
  );
  return makeLibrary(cards, {
    site: `sections: ${JSON.stringify(sections)}`,
    terms: {
      section: files.map((id) => makeTerm('sections', id)),
      topic: topics.map((id) => makeTerm('topics', id)),
    },
    pages: pages.map(pageOf),
  });
}

/** Every path of a library, of which each must be one address. */
function pathsOf({ library }: Built): string[] {
  const { entries, sections, topics, authors, pages, redirects, tombstones } = library;
  return [...entries, ...sections, ...topics, ...authors, ...pages, ...redirects, ...tombstones].map(
    ({ path }) => path,
  );
}

test('no two things stand at one address, and none where a name is forbidden', () => {
  fc.assert(
    fc.property(site, (written) => {
      const paths = pathsOf(libraryOf(written));
      expect(paths.map(addressKey).toSorted()).toEqual([...new Set(paths.map(addressKey))].toSorted());
      for (const path of paths)
        expect(path).not.toMatch(/\/(?:con|aux|\.\.?)(?:\.[^/]*)?(?:\/|$)|\/index\.html$|%|\\|\/\//i);
    }),
    { numRuns: 2000, seed: 20261125 },
  );
});

test('a page gives way to a section whose own name was forbidden, and a finding names both', () => {
  const { library, findings } = makeLibrary(
    [makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05\nsection: con')],
    {
      terms: { section: [makeTerm('sections', 'con')] },
      pages: [pageOf('con', 0)],
    },
  );
  expect(library.pages).toEqual([]);
  expect(library.sections.map(({ path }) => path)).toEqual(['/con-1/']);
  expect(findings.map(({ code, file, message }) => `${file} ${code} ${message}`)).toEqual([
    'pages/p0.md same-address /con-1/ belongs to sections/con.md; this page is not published.',
  ]);
});

test('a topic that is written like the way round a forbidden name is that topic', () => {
  const { library } = makeLibrary([makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05\ntopics: [Con, con-1]')]);
  expect(library.topics.map(({ path, entries }) => [path, entries.length])).toEqual([['/sujets/con-1/', 1]]);
  expect(library.entries[0]?.topics).toEqual(library.topics);
});
