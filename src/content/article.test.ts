// Reading an article: the table of keys at work, what refuses a file and what only costs a value, and that nothing throws.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticle, readBodyText, type ArticleResult } from './article.ts';
import { articleKeys } from './keys.ts';
import type { Article } from './types.ts';

const rooms = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true };
const stranger = { ...rooms, hasRooms: false };
const path = 'articles/2026/03/05/essai.md';

function read(text: string | Uint8Array, at: { path?: string; site?: typeof rooms } = {}): ArticleResult {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return readArticle({ path: at.path ?? path, bytes }, at.site ?? rooms);
}

/** The article of a head to which title and date are added. */
function article(head: string, at: { path?: string; site?: typeof rooms } = {}): Article {
  const result = read(`---\ntitle: Un titre\ndate: 2026-03-05 10:00\n${head}\n---\nTexte.\n`, at);
  if (result.kind !== 'article') throw new Error(`not an article: ${JSON.stringify(result)}`);
  return result.article;
}

function found(result: ArticleResult): string[] {
  return result.findings.map(
    ({ code, severity, line, column }) => `${severity} ${code} ${line ?? '-'}:${column ?? '-'}`,
  );
}

const withHead = (head: string): ArticleResult =>
  read(`---\ntitle: Un titre\ndate: 2026-03-05 10:00\n${head}\n---\nTexte.\n`);

describe('title and date', () => {
  test('are enough', () => {
    expect(article('')).toMatchObject({
      id: 'essai',
      hasOwnId: false,
      slug: 'essai',
      title: 'Un titre',
      date: { iso: '2026-03-05T10:00:00+01:00' },
      status: 'live',
      type: 'article',
      section: null,
      topics: [],
      comments: true,
    });
  });

  test('without a title the first heading of the text is taken', () => {
    expect(read('---\ndate: 2026-03-05\n---\n\n# Le *grand* jour\n\nTexte.')).toMatchObject({
      article: { title: 'Le grand jour' },
      findings: [],
    });
  });

  test('without any title the file is refused', () => {
    const result = read('---\ndate: 2026-03-05\n---\nTexte.');
    expect(result).toMatchObject({ kind: 'refused', guess: 'essai' });
    expect(found(result)).toEqual(['error missing-title 1:1']);
  });

  test('without a date in head, name or folders the file is refused', () => {
    expect(found(read('---\ntitle: x\n---\n', { path: 'articles/x.md' }))).toEqual(['error missing-date 1:1']);
    expect(read('---\ntitle: x\n---\n')).toMatchObject({ article: { date: { iso: '2026-03-05' } } });
    expect(read('---\ntitle: x\n---\n', { path: 'articles/2021-12-02-x.md' })).toMatchObject({
      article: { date: { iso: '2021-12-02' }, slug: 'x' },
    });
  });

  test('30 February refuses, also where the folders know a date: nobody knows which day was meant', () => {
    const head = '---\ntitle: x\ndate: 2026-02-30\n---\n';
    expect(found(read(head, { path: 'articles/x.md' }))).toEqual(['error bad-date 3:7']);
    expect(read(head)).toMatchObject({ kind: 'refused', findings: [{ code: 'bad-date', severity: 'error' }] });
    const later = '---\ntitle: x\ndate: 2026-02-20\npublishDate: 2027-13-01\n---\n';
    expect(found(read(later))).toEqual(['error bad-date 4:14']);
    expect(read(later).kind).toBe('refused');
  });

  test('hours that the clock skips or repeats are told', () => {
    const result = read('---\ntitle: x\ndate: 2026-03-29 02:30\nupdated: 2026-10-25 02:30\n---\n');
    expect(result).toMatchObject({
      article: { date: { iso: '2026-03-29T03:30:00+02:00' }, updated: { iso: '2026-10-25T02:30:00+02:00' } },
    });
    expect(found(result)).toEqual(['warning shifted-date 3:7', 'warning shifted-date 4:10']);
  });

  test('a change that lies before the publication is not shown, and told', () => {
    const early = read('---\ntitle: x\ndate: 2026-03-05 09:00\nupdated: 2026-03-01\n---\n');
    expect(early).toMatchObject({ article: { updated: null } });
    expect(found(early)).toEqual(['warning bad-value 4:10']);
    const sameDay = read('---\ntitle: x\ndate: 2026-03-05 09:00\nupdated: 2026-03-05\n---\n');
    expect(sameDay).toMatchObject({ article: { updated: null }, findings: [] });
    const late = read('---\ntitle: x\ndate: 2026-03-05 09:00\nupdated: 2026-03-05 09:01\n---\n');
    expect(late).toMatchObject({ article: { updated: { iso: '2026-03-05T09:01:00+01:00' } }, findings: [] });
  });

  test('for an hour that is skipped or repeated the hint is a date that can be copied', () => {
    const hints = (date: string): (string | undefined)[] =>
      read(`---\ntitle: x\ndate: ${date}\n---\n`).findings.map(({ hint }) => hint);
    expect(hints('2026-03-29 02:30')).toEqual(['Write the hour that is meant: 2026-03-29T03:30:00+02:00.']);
    expect(hints('2026-10-25 02:30')).toEqual([
      'Write the one that is meant with its offset: 2026-10-25T02:30:00+02:00.',
    ]);
    expect(hints('2026-10-25T02:30:00+02:00')).toEqual([]);
    expect(hints('2026-10-25T02:30:00+01:00')).toEqual([]);
  });

  test.each(['published', 'publishDate', 'publishedDate', 'pubDate', 'PUB-DATE', 'date_published'])(
    '%s is a date',
    (key) => {
      expect(read(`---\ntitle: x\n${key}: 2021-01-02\n---\n`, { path: 'articles/x.md' })).toMatchObject({
        article: { date: { iso: '2021-01-02' } },
      });
    },
  );

  test('a title of a megabyte is cut, and it is told', () => {
    const result = read(`---\ntitle: ${'mot '.repeat(250_000)}\ndate: 2026-03-05\n---\n`);
    expect(found(result)).toEqual(['error bad-value 2:8']);
    expect(result.kind === 'article' && result.article.title.length).toBeLessThanOrEqual(300);
    expect(result.findings[0]?.text?.length).toBe(200);
  });

  test('markup, references and control characters leave a title; other signs stay', () => {
    const result = read('---\ntitle: "Le **Monde** &amp; <i>nous</i> \\u202e</script>"\ndate: 2026-03-05\n---\n');
    expect(result).toMatchObject({ article: { title: 'Le Monde & nous </script>' } });
    expect(found(result)).toEqual(['warning control-character 2:8']);
  });

  test.each(['2024', '1.10', '007', 'true', '2026-03-05'])('the title %s stays what was typed', (title) => {
    expect(read(`---\ntitle: ${title}\ndate: 2026-03-05\n---\n`)).toMatchObject({ article: { title } });
  });
});

test.each([
  ['Dépêche', 'dispatch'],
  ['en direct', 'live'],
  ['direct', 'live'],
  ['Direct terminé', 'live-ended'],
  ['live-ended', 'live-ended'],
  ['chronique', 'opinion'],
])('the type %j is %s', (type, read) => {
  expect(article(`type: ${type}`).type).toBe(read);
});

describe('what may be seen', () => {
  test.each([
    ['status: Brouillon', 'draft'],
    ['status: publish', 'live'],
    ['status: PUBLIÉ', 'live'],
    ['status: private', 'draft'],
    ['status: future', 'draft'],
    ['status: retiré', 'withdrawn'],
    ['draft: true', 'draft'],
    ['draft: oui', 'draft'],
    ['draft: false', 'live'],
    ['published: false', 'draft'],
    ['published: true', 'live'],
    ['status: live\ndraft: true', 'draft'],
    ['password: secret', 'draft'],
  ])('%j is %s', (head, status) => {
    expect(article(head).status).toBe(status);
  });

  test.each(['expires: never', 'expires: jamais', 'expiryDate: 0001-01-01T00:00:00Z', 'lastmod: 0001-01-01'])(
    '%j guards nothing and says nothing',
    (head) => {
      const result = withHead(head);
      expect(result).toMatchObject({ article: { expires: null, updated: null } });
      expect(found(result)).toEqual([]);
    },
  );

  test.each([
    ['embargo: demain', ['error bad-date 4:10', 'error bad-value 4:10']],
    ['expires: 2026-02-31', ['error bad-date 4:10', 'error bad-value 4:10']],
    ['expiryDate: [2026]', ['error bad-value 4:13', 'error bad-value 4:13']],
    ['status: presque', ['error bad-value 4:9']],
    ['draft: peut-être', ['error bad-value 4:8']],
    ['embargot: 2026-12-31', ['error unknown-key 4:1']],
    ['expirse: 2026-12-31', ['error unknown-key 4:1']],
    ['statuss: draft', ['error unknown-key 4:1']],
    ['draf: true', ['error unknown-key 4:1']],
    ['embargo_untill: 2036-12-31', ['error unknown-key 4:1']],
    ['isdraf: true', ['error unknown-key 4:1']],
    ['publised: false', ['error unknown-key 4:1']],
    ['publishDat: 2036-12-31', ['error unknown-key 4:1']],
  ])('%j refuses, for it could publish too much', (head, expected) => {
    const result = withHead(head);
    expect(result.kind).toBe('refused');
    expect(found(result)).toEqual(expected);
  });

  const withholding = { embargo: '2036-12-31', expires: '2020-01-01', draft: 'true', status: 'draft' };
  test.each(
    articleKeys.flatMap(({ name, synonyms }) => {
      if (!Object.hasOwn(withholding, name)) return [];
      const value = withholding[name as keyof typeof withholding];
      return [name, ...synonyms].map((spelling) => [`${spelling.slice(0, -2)}${spelling.at(-1)}: ${value}`]);
    }),
  )('%j, a letter short, publishes nothing', (head) => {
    const result = withHead(head);
    const isLive = result.kind === 'article' && result.article.status === 'live' && !result.article.expires;
    expect(isLive).toBe(false);
  });

  test('publish: false is a draft, as in Obsidian', () => {
    expect(article('publish: false').status).toBe('draft');
    expect(article('publish: true').status).toBe('live');
  });

  test.each([
    ['embarg: oui', ['warning unknown-key 4:1']],
    ['drafts: false', ['warning unknown-key 4:1']],
    ['statuss: live', ['warning unknown-key 4:1']],
    ['embargo:', ['warning bad-value 4:1']],
  ])('%j is told, and withholds nothing', (head, expected) => {
    const result = withHead(head);
    expect(result).toMatchObject({ kind: 'article', article: { status: 'live', embargo: null } });
    expect(found(result)).toEqual(expected);
  });

  test.each(['film.mp4', './x/film.webm', '{ src: ../film.mov }'])('video: %s beside the article is told', (value) => {
    const result = withHead(`video: ${value}`);
    expect(result).toMatchObject({ article: { video: null } });
    expect(found(result)).toMatchObject([expect.stringContaining('bad-value')]);
    expect(article('video: /film.mp4').video?.src).toBe('/film.mp4');
    expect(article('video: https://a.example/film.mp4').video?.src).toBe('https://a.example/film.mp4');
  });

  test('of several guards the most careful one counts', () => {
    expect(article('embargo: 2026-04-01\nembargo_until: 2026-05-01').embargo?.iso).toBe('2026-05-01');
    expect(article('expires: 2026-05-01\nexpiryDate: 2026-04-01').expires?.iso).toBe('2026-04-01');
    expect(article('publishDate: 2030-01-01').embargo?.iso).toBe('2030-01-01');
  });

  test('a banner whose end cannot be read is none, and the article is published', () => {
    const result = withHead('urgency: 1\nuntil: jamais');
    expect(result).toMatchObject({ article: { urgency: null, until: null } });
    expect(found(result)).toEqual(['error bad-date 5:8']);
  });

  test('a banner without an end is none, and it is told', () => {
    const told = ['warning bad-value 4:10'];
    expect(found(withHead('urgency: 1'))).toEqual(told);
    expect(found(withHead('urgency: 1\nuntil:'))).toEqual(told);
    expect(found(withHead('urgency: 1\nuntil: 2026-03-06'))).toEqual([]);
    expect(found(withHead('urgency: 2'))).toEqual([]);
  });

  test('dates may stand between the quotes of a word processor, as other values may', () => {
    const head =
      'updated: “2026-03-06 08:00”\nembargo: « 2026-03-07 »\nexpires: ‘2026-03-08’\nuntil: “2026-03-09”\n' +
      'section: “monde”';
    const result = withHead(head);
    expect(result).toMatchObject({
      article: {
        updated: { iso: '2026-03-06T08:00:00+01:00' },
        embargo: { iso: '2026-03-07' },
        expires: { iso: '2026-03-08' },
        until: { iso: '2026-03-09' },
      },
      findings: [],
    });
    expect(read('---\ntitle: x\ndate: “2026-11-27 08:00”\n---\n')).toMatchObject({
      article: { date: { iso: '2026-11-27T08:00:00+01:00' } },
      findings: [],
    });
  });

  test.each(['embargo: “demain”', 'expires: “2026-02-30”', 'embargot: “2026-12-31”', 'embargo: “2026-03-07'])(
    '%s between such quotes refuses as it does without',
    (head) => {
      expect(withHead(head).kind).toBe('refused');
    },
  );
});

describe('the address', () => {
  test.each([
    ['slug: a/../b', 'b'],
    ['slug: ..', 'essai'],
    ['slug: "%2e%2e"', 'essai'],
    ['slug: CON', 'con-1'],
    [`slug: ${'mot-'.repeat(75)}`, `${'mot-'.repeat(19)}mot`],
    ['slug: "a\\0b"', 'a-b'],
  ])('%j becomes %s, with a finding', (head, slug) => {
    const result = withHead(head);
    expect(result).toMatchObject({ article: { slug } });
    expect(found(result)).toEqual(['warning bad-slug 4:7']);
  });

  test.each([
    ['slug: Été-à-Nîmes', 'ete-a-nimes'],
    ['slug: /mon-article/', 'mon-article'],
    ['slug: 2021-12-02-atelier', '2021-12-02-atelier'],
  ])('%j is %s, without a finding', (head, slug) => {
    const result = withHead(head);
    expect(result).toMatchObject({ article: { slug }, findings: [] });
  });

  test('a file name without a letter gives way to the title, then to a digest', () => {
    expect(article('', { path: 'articles/2026/03/05/---.md' }).slug).toBe('un-titre');
    expect(read('---\ntitle: "…"\ndate: 2026-03-05\n---\n', { path: 'articles/2026/03/05/💥.md' })).toMatchObject({
      article: { slug: expect.stringMatching(/^a-[0-9a-f]{10}$/) },
    });
  });

  test('former addresses are absolute paths; a permalink is one of them', () => {
    const result = withHead(
      'aliases: [/a/, b, "https://example.org/c/", "../d", "/e%2f..%2f..", "/?p=1"]\npermalink: /f/\nurl: /:slug/',
    );
    expect(result).toMatchObject({ article: { redirects: ['/a/', '/b', '/c/', '/f/'] } });
    expect(found(result)).toEqual(['error bad-address 4:45', 'error bad-address 4:53', 'error bad-address 4:69']);
  });

  test('the id is the slug, unless it is written', () => {
    expect(article('id: 1234')).toMatchObject({ id: '1234', hasOwnId: true, slug: 'essai' });
  });
});

describe('synonyms', () => {
  test('the section: the key, else the first category, else the folder', () => {
    expect(article('section: Monde\ncategories: [Europe]')).toMatchObject({
      section: 'Monde',
      topics: ['Europe'],
      sectionPlace: { line: 4, column: 10, length: 5 },
    });
    expect(article('categories: [Monde, Ukraine]\ntags: [Paix]')).toMatchObject({
      section: 'Monde',
      topics: ['Paix', 'Ukraine'],
    });
    expect(article('', { path: 'news/2021/12/x.md', site: stranger })).toMatchObject({
      section: 'news',
      sectionPlace: null,
    });
    expect(article('', { path: '_posts/2021-12-02-x.md', site: stranger }).section).toBeNull();
  });

  test.each([
    ['tags:\n- [a, b]\n- c', ['a', 'b', 'c']],
    ['tags: {Paix: {slug: paix}, ONU: {name: Nations unies}}', ['Paix', 'Nations unies']],
    ['tags: {Paix: , ONU: }', ['Paix', 'ONU']],
    ['tags:\n- Star Trek: Voyager\n- c', ['Star Trek: Voyager', 'c']],
  ])('topics as other programs write them: %j', (head, topics) => {
    const result = withHead(head);
    expect(result).toMatchObject({ article: { topics } });
    expect(found(result)).toEqual([]);
  });

  test('topics are split at commas, never at spaces', () => {
    expect(article('tags: Intelligence artificielle, climat').topics).toEqual(['Intelligence artificielle', 'climat']);
  });

  test('people in lists, lines, objects and bylines', () => {
    expect(article('author: Ana Ruiz, Paul Roy').authors).toEqual(['Ana Ruiz', 'Paul Roy']);
    expect(article('authors:\n  - name: Ana Ruiz\n    url: x\n  - paul').authors).toEqual(['Ana Ruiz', 'paul']);
    expect(article('byline: Par Ana Ruiz et Paul Roy').authors).toEqual(['Ana Ruiz', 'Paul Roy']);
    expect(article('author: Jane Roe, Ph.D.').authors).toEqual(['Jane Roe, Ph.D.']);
  });

  test.each([
    ['image: a.jpg\nimage_alt: vue\nimage_caption: L', { src: 'a.jpg', alt: 'vue', caption: 'L', credit: null }],
    [
      'featured_image:\n  url: /a.jpg\n  alt: ""\n  legend: L\n  copyright: C',
      { src: '/a.jpg', alt: '', caption: 'L', credit: 'C' },
    ],
    ['cover: {image: a.jpg, alt: vue}\nimage: null', { src: 'a.jpg', alt: 'vue', caption: null, credit: null }],
    ['images: [a.jpg, b.jpg]\nimageAlt: vue', { src: 'a.jpg', alt: 'vue', caption: null, credit: null }],
    ['image: false', null],
    ['image:', null],
  ])('%j', (head, image) => {
    const result = withHead(head);
    expect(result).toMatchObject({ article: { image }, findings: [] });
  });

  test('Zola and Hugo keep some keys in groups', () => {
    const text = '+++\ntitle = "x"\ndate = 2021-12-02\n[taxonomies]\ntags = ["a"]\n[params]\nauthor = "Ana"\n+++\n';
    expect(read(text)).toMatchObject({
      article: { topics: ['a'], authors: ['Ana'], date: { iso: '2021-12-02' } },
      findings: [],
    });
  });
});

describe('other keys', () => {
  test('keys of other programs have no effect and no warning', () => {
    const head =
      'layout: post\ntemplateEngineOverride: njk\neleventyComputed: {title: "{{ x }}"}\nmenu: {main: {weight: 1}}\nwordpress_id: 3\ntoc: true';
    expect(withHead(head)).toMatchObject({ article: { title: 'Un titre' }, findings: [] });
  });

  test('an unknown key is a warning, with the key that was meant', () => {
    const result = withHead('authros: Ana');
    expect(found(result)).toEqual(['warning unknown-key 4:1']);
    expect(result.findings[0]?.message).toContain('Did you mean "authors"?');
  });

  test('the language of the key, then of the folder, when it is not the site’s', () => {
    expect(article('lang: en_US').lang).toBe('en-US');
    expect(article('lang: fr-CA').lang).toBeNull();
    expect(article('', { path: 'pt-br/news/x.md', site: stranger }).lang).toBe('pt-BR');
  });

  test('credits as a line and as roles', () => {
    const line = article('credits: "(Reportage Ana Ruiz à Kiev; version française Paul Roy)"');
    expect(line.credits).toEqual([
      { role: 'reporter', name: 'Ana Ruiz', place: 'Kiev' },
      { role: 'translator', name: 'Paul Roy', place: null },
    ]);
    expect(article('credits:\n  reporter: [Ana, Paul]').credits.map(({ name }) => name)).toEqual(['Ana', 'Paul']);
  });

  test('a note for the desk is nowhere in the article', () => {
    expect(JSON.stringify(article('note: secret du desk\nednote: autre secret'))).not.toContain('secret');
  });
});

test('values of the wrong form cost themselves only, each with its place', () => {
  const head =
    'topics: {a: 1}\nkicker: [a]\nimage: 3\nurgency: 12\nvideo: 3\ncanonical: x\nlang: klingon\ntype: roman\ncomments: bof';
  const result = withHead(head);
  expect(result).toMatchObject({
    article: {
      topics: [],
      kicker: null,
      image: null,
      urgency: null,
      video: null,
      canonical: null,
      lang: null,
      type: 'article',
      comments: true,
    },
  });
  expect(found(result).toSorted()).toEqual([
    'error bad-value 4:9',
    'error bad-value 5:9',
    'error bad-value 7:10',
    'error bad-value 8:8',
    'error bad-value 9:12',
    'warning bad-value 10:7',
    'warning bad-value 11:7',
    'warning bad-value 12:11',
    'warning bad-value 6:8',
  ]);
  expect(found(read('---\ntitle: [x]\ndate: [y]\n---\n'))).toEqual([
    'error bad-value 2:8',
    'error bad-value 3:7',
    'error missing-title 1:1',
  ]);
});

describe('files that are no article', () => {
  test.each([
    ['README.md', '# Lisez-moi'],
    ['news/_index.md', '---\ntitle: News\n---\n'],
    ['posts/x.md', 'Un texte sans tête.'],
    ['posts/x.md', '{% include x %}'],
  ])('%s with %j is ignored without a word', (name, text) => {
    expect(read(text, { path: name, site: stranger })).toEqual({ kind: 'ignored', file: name, findings: [] });
  });

  test('in the articles room a file without front matter is ignored with a warning', () => {
    expect(found(read('Un texte sans tête.'))).toEqual(['warning front-matter-shape 1:1']);
  });

  test.each(['', '\n \n', '\ufeff'])('an empty file (%j) is refused', (text) => {
    const result = read(text);
    expect(result.kind).toBe('refused');
    expect(found(result)).toEqual(['error empty-file -:-']);
  });

  test('a file with NUL is refused, and what its slug would have been is known', () => {
    expect(read('---\ntitle: a\0\n---\n')).toMatchObject({
      kind: 'refused',
      guess: 'essai',
      findings: [{ code: 'not-text', line: 2 }],
    });
  });
});

test('findings of the body count lines of the file', () => {
  const result = read('---\ntitle: x\ndate: 2026-03-05\n---\n\nAvant {{< toc >}} après.\n');
  expect(found(result)).toEqual(['warning shortcode 6:7']);
});

test('the body for drawing is what follows the front matter', () => {
  expect(readBodyText({ path, bytes: Buffer.from('---\ntitle: x\n---\nA\r\nB') })).toBe('A\nB');
  expect(readBodyText({ path, bytes: Buffer.from('sans tête') })).toBe('');
  expect(readBodyText({ path, bytes: Buffer.from([0, 1, 2]) })).toBe('');
});

function check(bytes: Uint8Array): void {
  for (const site of [rooms, stranger]) {
    const result = readArticle({ path, bytes }, site);
    for (const { text, line, column } of result.findings) {
      expect(text?.length ?? 0).toBeLessThanOrEqual(200);
      expect(line ?? 1).toBeGreaterThan(0);
      expect(column ?? 1).toBeGreaterThan(0);
    }
    readBodyText({ path, bytes });
  }
}

describe('nothing throws', () => {
  test('for any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check), { numRuns: 300 });
  });

  test('for any text as front matter', () => {
    const head = fc.string({ unit: 'binary', maxLength: 120 });
    const fence = fc.constantFrom('---\n', '---toml\n', '---json\n', '+++\n', '{"');
    fc.assert(
      fc.property(fence, head, (open, text) =>
        check(Buffer.from(`${open}title: x\n${text}\n${open.slice(0, 3)}\n${text}`)),
      ),
      { numRuns: 300 },
    );
  });

  test('for any value of any key', () => {
    const names =
      'title date updated summary section topics categories source authors credits securities image type kicker related status ' +
      'draft embargo expires corrections redirects slug id video lang comments canonical urgency until __proto__ params taxonomies password';
    const key = fc.constantFrom(...names.split(' '));
    const head = fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(head, (values) => check(Buffer.from(`---json\n${JSON.stringify(values)}\n---\nTexte`))),
      { numRuns: 400 },
    );
  });
});

test('the excerpt of a summary holds no dateline and no space before a comma', () => {
  const head = '---\ntitle: x\ndate: 2026-03-05\nsummary: PARIS, 5 mars (AFP) - Un plan , enfin.\n---\n\nCorps.\n';
  expect(read(head)).toMatchObject({ article: { excerpt: 'Un plan, enfin.' } });
});

describe('mistakes of a first day say what to write', () => {
  const said = (text: string): string[] =>
    read(text, { path: 'articles/x.md' }).findings.map(({ line, column, message, hint }) =>
      [`${line}:${column}`, message, hint].join(' '),
    );

  test.each([
    ['———', '1:1'],
    ['—-', '1:1'],
    [' ---', '1:1'],
    ['----', '1:1'],
    ['\n\n–--', '3:1'],
  ])('%j is no opening line', (fence, place) => {
    const text = `${fence}\ntitle: x\ndate: 2026-03-05\n${fence.trim()}\n\nTexte.\n`;
    expect(read(text)).toMatchObject({ kind: 'refused' });
    expect(said(text)).toEqual([
      `${place} The front matter has no opening line. This line is nearly one; it must be exactly ---, at the start of the line.`,
    ]);
  });

  test('a rule above a text is no opening line', () => {
    expect(read('----\n\nTexte : un texte.\n')).toMatchObject({ kind: 'ignored' });
    expect(read('----\nNote: un texte.\n')).toMatchObject({ kind: 'ignored' });
  });

  test('a headline that begins with # and a space is a comment', () => {
    expect(said('---\ntitle: # MeToo en "France"\ndate: 2026-03-05\n---\n')).toEqual([
      '2:8 There is no title: what begins with # is a comment. Put it between quotes: title: "# MeToo en \\"France\\"".',
    ]);
  });

  test('a headline that begins with a word behind # is read, and told', () => {
    const written = '---\ntitle: #MeToo en "France"\ndate: 2026-03-05\n---\n';
    expect(read(written)).toMatchObject({ kind: 'article', article: { title: '#MeToo en "France"' } });
    expect(said(written)).toEqual([
      '2:8 "#MeToo" begins like a comment. It was read as it was probably meant. ' +
        'Put the value between quotes: title: "#MeToo en \\"France\\"".',
    ]);
  });

  test.each([
    ['rubrique', 'section'],
    ['Mots-clés', 'topics'],
    ['mots_cles', 'topics'],
    ['chapô', 'summary'],
    ['Sous-titre', 'summary'],
    ['auteurs', 'authors'],
    ['Titre', 'title'],
  ])('%s is told to be %s', (written, key) => {
    expect(said(`---\ntitle: x\ndate: 2026-03-05\n${written}: y\n---\n`)).toEqual([
      `4:1 There is no key "${written}". Did you mean "${key}"? It has no effect as it is; write ${key}:.`,
    ]);
  });

  test('a value that goes on below without an indent', () => {
    expect(said('---\ntitle: La Loire\nsort de son lit\ndate: 2026-03-05\n---\n')).toEqual([
      '4:5 A line above this one, or this line, is neither a key with its value nor the rest of one. ' +
        'Write each value on one line; where it goes on below, indent it with two spaces.',
    ]);
  });

  test('a file without front matter shows its first line', () => {
    const { findings } = read('\nBonjour.\n', { path: 'articles/x.md' });
    expect(findings).toMatchObject([{ code: 'front-matter-shape', line: 2, column: 1, length: 8, text: 'Bonjour.' }]);
  });
});
