// Where links in texts lead: every way in which an author can name an article.

import { describe, expect, test } from 'vitest';
import { makeArticle, makeLibrary, makePage, makeTerm, titles } from './library.fixture.ts';

const target = makeArticle(
  'articles/2026/03/01/crue.md',
  'title: Crue\ndate: 2026-03-01\nid: la-crue\nredirects: [/archives/crue/, /vieux/crue.html]',
);
const accented = makeArticle('articles/2026/03/02/événement.md', 'title: Événement\ndate: 2026-03-02\nslug: مهرجان');
const page = makePage('pages/a-propos.md', 'title: À propos');
const hiddenPage = makePage('pages/elections.md', 'title: Élections\nembargo: 2026-04-01');

function library(links: readonly string[] = [], keys = '') {
  const body = links.map((href, i) => `Ligne [lien ${i}](<${href}>).`).join('\n');
  const from = makeArticle('articles/2026/03/03/lien.md', `title: Lien\ndate: 2026-03-03${keys}`, body);
  return makeLibrary([target, accented, from], {
    site: 'name: x\nurl: https://gazette.example',
    terms: { section: [makeTerm('sections', 'monde')], topic: [makeTerm('topics', 'climat')] },
    pages: [page, hiddenPage],
  });
}

const crue = '/2026/03/01/crue.html';
const leadsTo = (href: string, file = 'articles/2026/03/03/lien.md') => library().library.leadsTo(href, file);

describe('a link leads to the article when it is written', () => {
  test.each([
    ['as a relative file', '../01/crue.md', crue],
    ['as a file with ./', './../01/crue.md', crue],
    ['as a file seen from the content folder', '/articles/2026/03/01/crue.md', crue],
    ['as a file with a fragment', '../01/crue.md#suite', `${crue}#suite`],
    ['as a file with a query and a fragment', '../01/crue.md?a=1#suite', `${crue}?a=1#suite`],
    ['as a file, percent-encoded', '../02/%C3%A9v%C3%A9nement.md', `/2026/03/02/${encodeURIComponent('مهرجان')}.html`],
    [
      'as a file, in the other Unicode form',
      '../02/événement.md'.normalize('NFD'),
      `/2026/03/02/${encodeURIComponent('مهرجان')}.html`,
    ],
    ['as a file, by its name alone', 'crue.md', crue],
    ['as a file, by the end of its path', '01/crue.md', crue],
    ['as a file, as Zola writes it', '@/articles/2026/03/01/crue.md', crue],
    ['as the name of a file', 'crue', crue],
    ['as an id', 'la-crue', crue],
    ['as an id with a fragment', 'la-crue#suite', `${crue}#suite`],
    ['as its address', crue, crue],
    ['as its address in capitals', '/2026/03/01/CRUE.html', crue],
    ['as its full address', `https://gazette.example${crue}`, crue],
    ['as its full address with query and fragment', `https://gazette.example${crue}?x=1#y`, `${crue}?x=1#y`],
    ['as a former address', '/archives/crue/', crue],
    ['as a former address without its slash', '/archives/crue', crue],
    ['as a former address with index.html', '/archives/crue/index.html', crue],
    ['as a former file', '/vieux/crue.html#a', `${crue}#a`],
    ['as a raw Arabic address', '/2026/03/02/مهرجان.html', `/2026/03/02/${encodeURIComponent('مهرجان')}.html`],
  ])('%s', (_, href, url) => {
    expect(leadsTo(href)).toBe(url);
  });
});

describe('a link leads to a list or page when it is written', () => {
  test.each([
    ['as the file of a section', '../../../../sections/monde.md', '/monde/'],
    ['as the address of a section', '/monde/', '/monde/'],
    ['as the address of a section without its slash', '/monde', '/monde/'],
    ['as the file of a page', '/pages/a-propos.md#ici', '/a-propos/#ici'],
    ['as the address of a page', '/A-Propos/', '/a-propos/'],
  ])('%s', (_, href, url) => {
    expect(leadsTo(href)).toBe(url);
  });
});

describe('a link loses its address', () => {
  test.each([
    ['when no such file exists', '../01/jamais.md'],
    ['when it climbs out of the folder', '../../../../../../../etc/x.md'],
    ['when no such id exists', 'la-decrue'],
    ['when it has the form of an article’s address and is none', '/2026/03/01/jamais.html'],
    ['when it names a topic that has no article', '/topics/climat.md'],
    ['when it names what stands below an article that is not visible', '/2026/03/09/secret/commentaires.xml'],
    ['when it names a page that is withheld', '/elections/'],
    ['when it names the file of a page that is withheld', '/pages/elections.md'],
  ])('%s', (_, href) => {
    expect(leadsTo(href)).toBeNull();
  });
});

describe('a link stays as it is', () => {
  test.each([
    'https://example.com/x',
    'http://gazette.example.com/2026/03/01/crue.html',
    'https://gazette.example.evil/2026/03/01/crue.html',
    'mailto:a@example.org',
    '//example.org/x',
    '#ancre',
    '?page=2',
    'plan.pdf',
    '/static/plan.pdf',
    '/robots.txt',
    '/recherche/?q=x',
    '/a%2',
    '/2026/03/01/crue/commentaires-2.html',
  ])('%s', (href) => {
    expect(leadsTo(href)).toBeUndefined();
  });
});

test('links that lead nowhere are findings with their lines; links that are right are not mentioned', () => {
  const { library: built, findings } = library(['../01/crue.md', '../01/jamais.md', crue, 'https://example.com/']);
  const links = built.links.find((map) => map !== null);
  expect([...(links ?? [])]).toEqual([
    ['../01/crue.md', crue],
    ['../01/jamais.md', null],
  ]);
  expect(findings).toMatchObject([
    { code: 'broken-link', severity: 'warning', file: 'articles/2026/03/03/lien.md', line: 7 },
  ]);
  expect(findings[0]?.hint).toBeTruthy();
});

test('a link to a file beside the article is told, once for each, and stays', () => {
  const { library: built, findings } = library([
    'rapport.pdf',
    '../film.mp4#t=3',
    '/plan.pdf',
    'https://a.example/x.pdf',
  ]);
  expect(built.links.every((map) => map === null)).toBe(true);
  expect(findings).toMatchObject([
    { code: 'broken-link', severity: 'warning', line: 6, hint: expect.stringContaining('/rapport.pdf') },
    { code: 'broken-link', severity: 'warning', line: 7 },
  ]);
});

describe('related articles are picked', () => {
  test('by id, file, address and former address, each once, and never the article itself', () => {
    const words = ['la-crue', '../01/crue.md', crue, '/archives/crue/', 'lien', '/articles/2026/03/02/événement.md'];
    const { library: built, findings } = library([], `\nrelated: ${JSON.stringify(words)}`);
    expect(titles(built.picked[0])).toEqual(['Crue', 'Événement']);
    expect(findings).toEqual([]);
  });

  test('and what does not exist is a warning', () => {
    const { library: built, findings } = library([], '\nrelated: [jamais]');
    expect(built.picked[0]).toEqual([]);
    expect(findings).toMatchObject([{ code: 'unknown-related', severity: 'warning' }]);
    expect(findings[0]?.hint).toMatch(/^Name an article/);
  });

  test('and a slip is told with the id that was probably meant', () => {
    const hints = library([], '\nrelated: [la-cruee, à-crue]').findings.map(({ hint }) => hint);
    expect(hints.map((hint) => hint?.slice(0, 24))).toEqual(['Did you mean "la-crue"? ', 'Did you mean "la-crue"? ']);
  });
});

describe('of two articles with one id', () => {
  const twin = (day: number, keys = '') =>
    makeArticle(`articles/2026/03/0${day}/top.md`, `title: T${day}\ndate: 2026-03-0${day}${keys}`);

  test('the oldest keeps it, and who uses it is warned', () => {
    const user = makeArticle('articles/u.md', 'title: U\ndate: 2026-03-04\nrelated: [top]');
    const { library: built, findings } = makeLibrary([twin(2), twin(1), user]);
    expect(built.byId.get('top')?.card.title).toBe('T1');
    expect(findings).toMatchObject([{ code: 'ambiguous-id', severity: 'warning', file: 'articles/u.md' }]);
  });

  test('that nobody uses nothing is said', () => {
    expect(makeLibrary([twin(2), twin(1)]).findings).toEqual([]);
  });

  test('where readers write comments, the others are told that they take none', () => {
    const site = 'name: x\ncomments: { intake: /intake/ }';
    const silent = twin(4, '\ncomments: false');
    const { findings } = makeLibrary([twin(3), twin(2), twin(1), silent], { site });
    expect(findings).toMatchObject([{ code: 'ambiguous-id', severity: 'warning', file: 'articles/2026/03/03/top.md' }]);
    expect(findings[0]?.message).toContain('3 articles have the id "top"; only articles/2026/03/01/top.md');
    expect(makeLibrary([twin(1), silent], { site }).findings).toEqual([]);
  });

  test('an id that was written wins over a slug, whichever is older', () => {
    for (const [a, b] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const { library: built, findings } = makeLibrary([
        twin(a),
        makeArticle('articles/x.md', `title: X\ndate: 2026-03-0${b}\nid: top`),
      ]);
      expect(built.byId.get('top')?.card.title).toBe('X');
      expect(findings).toEqual([]);
    }
  });

  test('two that were written are an error', () => {
    const { findings } = makeLibrary([twin(1, '\nid: x'), twin(2, '\nid: x')]);
    expect(findings).toMatchObject([{ code: 'ambiguous-id', severity: 'error' }]);
    expect(findings[0]?.message).toContain('articles/2026/03/0');
  });
});

test('a link to another site that lacks its beginning gets it, and is told', () => {
  const { library: built, findings } = library(['www.lemonde.fr/x', 'lemonde.fr']);
  expect([...(built.links.find((map) => map !== null) ?? [])]).toEqual([
    ['www.lemonde.fr/x', 'https://www.lemonde.fr/x'],
    ['lemonde.fr', 'https://lemonde.fr'],
  ]);
  expect(findings).toMatchObject([
    { code: 'broken-link', severity: 'warning', line: 6, hint: 'Write https://www.lemonde.fr/x.' },
    { code: 'broken-link', severity: 'warning', line: 7 },
  ]);
});

test('a link to a file that static/ does not have is told, and stays', () => {
  const links = ['/plans/digue.pdf', '/plans/Crue%20d%27%C3%A9t%C3%A9.PDF', '/absent.pdf', '/autre/'];
  const body = links.map((href, i) => `Ligne [lien ${i}](<${href}>).`).join('\n');
  const { library: built, findings } = makeLibrary([makeArticle('articles/x.md', 'title: X\ndate: 2026-03-03', body)], {
    statics: new Set(['/plans/digue.pdf', "/plans/crue d'été.pdf"]),
  });
  expect(built.links).toEqual([null]);
  expect(findings).toMatchObject([{ code: 'broken-link', line: 8, hint: 'Put it there: static/absent.pdf.' }]);
});

test('the text edition of an article is an address of ours', () => {
  const body = ['/texte/2026/03/01/crue.html#x', '/texte/2026/03/01/jamais.html', '/texte/monde/', '/texte/']
    .map((href) => `[lien](${href})`)
    .join(' ');
  const from = makeArticle('articles/2026/03/03/lien.md', 'title: Lien\ndate: 2026-03-03', body);
  const { library: built } = makeLibrary([target, from], { site: 'name: x\ntext-edition: true' });
  expect([...(built.links[0] ?? [])]).toEqual([['/texte/2026/03/01/jamais.html', null]]);
  expect(built.leadsTo('/texte/archives/crue/', 'articles/x.md')).toBe('/texte/2026/03/01/crue.html');
  expect(built.leadsTo(`${'/texte'.repeat(100_000)}/x`, 'articles/x.md')).toBeUndefined();
});
