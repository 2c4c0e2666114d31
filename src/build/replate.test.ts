// A build in a process of its own, after an edit: that it makes an article's page alone when that is certain, and that it
// goes the long way, to the same tree as a clean build's, whenever something else has changed.

import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { falseMemories, type Victim } from '../test/cache-damage.ts';
import { article, noon, removeSites, testCache, testSite, type TestSite } from '../test/site.ts';
import { build } from './build.ts';
import type { BuildReport } from './types.ts';
import { markOf, placesOf } from './staging.ts';

const theme = mkdtempSync(join(tmpdir(), 'depeche-theme-'));
afterAll(() => {
  removeSites();
  rmSync(theme, { recursive: true });
});

const summary = `Le résumé${', qui est plus long qu’un extrait'.repeat(9)}.`;
const articles = [1, 2, 3, 4, 5]
  .map((n) => {
    const keys = `title: Article ${n}\ndate: 2026-03-0${n}T08:00\ntags: [climat]\nsection: ${n % 2 ? 'monde' : 'sport'}\nnote: bureau ${n}`;
    return `=== articles/a${n}.md\n${article(keys, `${summary}\n\nVoir [un autre](a1.md).\n\n![Une digue](digue.png)`)}`;
  })
  .join('');
const newspaper = `=== site.md
---
name: La Gazette
sections: [monde, sport]
text-edition: true
---
=== sections/monde.md
---
name: Monde
---
=== static/note.txt
rien
${articles}`;

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let site: TestSite;
beforeEach(() => {
  site = testSite(newspaper);
  site.writeBytes('articles/digue.png', pixel);
});

/** Whether the last build has made articles only, without a library. */
let wasShort = false;

interface Again {
  readonly at?: string;
  readonly templates?: string;
  readonly out?: string;
  readonly cache?: string;
  readonly scoutFrom?: number;
  /** Runs when pages are to be drawn. */
  readonly meanwhile?: () => void;
}

/** Builds as a process of its own does, believing what the file system says at once. */
async function again(more: Again = {}): Promise<BuildReport> {
  const { templates = join(projectRoot, 'templates'), at = noon, out = site.out, scoutFrom = 5000 } = more;
  const { cache = join(`${site.folder}-cache`, 'depeche.db') } = more;
  const crew = await createCrew({ content: site.content, templates, cache: testCache });
  let read = false;
  wasShort = true;
  const watched: typeof crew = {
    ...crew,
    makePictures: (...given) => ((wasShort = false), crew.makePictures(...given)),
    draw: (works, where) => {
      if (!read) more.meanwhile?.();
      read = true;
      return crew.draw(works, where);
    },
  };
  const options = { content: site.content, out, cache, skip: new Set([out]), at: Date.parse(at), wait: 0 };
  try {
    const report = await build({ ...options, allowLost: true, settle: 0, scoutFrom }, watched);
    if ('reason' in report) throw new Error(report.message);
    return report;
  } finally {
    await crew.close();
  }
}

/** The tree is that of a clean build, and a long build finds nothing to do. */
async function expectClean(more: Again = {}): Promise<void> {
  const made = site.tree();
  const clean = join(site.folder, 'clean');
  rmSync(clean, { recursive: true, force: true });
  await again({ ...more, out: clean, cache: join(`${site.folder}-clean`, 'depeche.db') });
  rmSync(`${site.folder}-clean`, { recursive: true });
  const { out } = site;
  rmSync(out, { recursive: true });
  cpSync(clean, out, { recursive: true });
  expect(made).toEqual(site.tree());
}

/** Changes one file, and no other. */
function change(path: string, from: string | RegExp, to: string): void {
  const file = join(site.content, path);
  const before = readFileSync(file, 'utf8');
  expect(before.replace(from, to)).not.toBe(before);
  writeFileSync(file, before.replace(from, to));
}

const append = (path: string, text: string): void => appendFileSync(join(site.content, path), text);
const page = '/2026/03/02/a2.html';

test('a text that changed is on its pages, and nothing else is made or read', async () => {
  const first = await again();
  append('articles/a2.md', '\nUne phrase de plus.\n');
  const report = await again();
  expect(wasShort).toBe(true);
  expect(report).toMatchObject({ drawn: 2, written: 2, deleted: 0, lost: 0, kept: first.written - 2 });
  expect(report.changed?.toSorted()).toEqual([page, '/texte/2026/03/02/a2.html']);
  const { articles: count, withheld, refused, ignored, findings, next, searchLang } = first;
  expect(report).toMatchObject({ articles: count, withheld, refused, ignored, findings, next, searchLang });
  expect(site.read(page)).toContain('Une phrase de plus.');
  append('articles/a2.md', '\nEt une autre.\n');
  append('articles/a4.md', '\nEt ici.\n');
  expect(await again({ scoutFrom: 0 })).toMatchObject({ drawn: 4, written: 4 });
  expect(wasShort).toBe(true);
  await expectClean();
});

test('what says only on its own page what it says is on it: a correction, a credit', async () => {
  await again();
  change('articles/a4.md', 'note: bureau 4', 'corrections: [{date: 2026-03-04, kind: correction, text: Faux.}]');
  await again();
  expect(wasShort).toBe(true);
  expect(site.read('/2026/03/04/a4.html')).toContain('Faux.');
  await expectClean();
});

test('a build after which nothing changed, or a file was only touched, does nothing', async () => {
  await again();
  expect(await again()).toMatchObject({ drawn: 0, written: 0, deleted: 0 });
  expect(wasShort).toBe(true);
  site.write(articles);
  expect(await again()).toMatchObject({ drawn: 0, written: 0, deleted: 0 });
  expect(wasShort).toBe(true);
  await expectClean();
});

test('a long build after it finds nothing to do, and one after that is short again', async () => {
  await again();
  append('articles/a2.md', '\nUne phrase de plus.\n');
  await again();
  append('articles/a3.md', `\n${'Une phrase de plus. '.repeat(3)}\n`);
  site.write(`=== articles/a6.md\n${article('title: Article 6\ndate: 2026-03-01T07:00\nsection: monde', summary)}`);
  const report = await again();
  expect([wasShort, report.written > 2]).toEqual([false, true]);
  append('articles/a2.md', '\nUne de plus.\n');
  expect(await again()).toMatchObject({ drawn: 2, written: 2 });
  expect(wasShort).toBe(true);
  await expectClean();
});

const write = (path: string, keys: string, body = summary): void => site.write(`=== ${path}\n${article(keys, body)}`);
const inOut = (path: string): string => join(site.out, path);

test.each<[string, () => void]>([
  ['a headline', () => change('articles/a2.md', 'title: Article 2', 'title: Deux')],
  ['an excerpt', () => change('articles/a2.md', 'Le résumé', 'Résumé')],
  ['a section', () => change('articles/a2.md', 'section: sport', 'section: monde')],
  ['a date', () => change('articles/a2.md', '2026-03-02T08:00', '2026-03-02T09:00')],
  ['a link', () => change('articles/a2.md', '(a1.md)', '(a3.md)')],
  ['a link that leads nowhere', () => append('articles/a2.md', '\n[rien](a9.md)\n')],
  ['another picture in the text', () => append('articles/a2.md', '\n![Rien](rien.png)\n')],
  ['a new article', () => write('articles/b.md', 'title: B\ndate: 2026-03-03\nsection: monde')],
  ['an article gone', () => site.remove('articles/a4.md')],
  ['a draft', () => change('articles/a2.md', 'note: bureau 2', 'status: draft')],
  ['an article that is refused', () => change('articles/a2.md', 'title: Article 2', 'title: [')],
  ['a section’s name', () => change('sections/monde.md', 'name: Monde', 'name: Le monde')],
  ['the site’s name', () => change('site.md', 'name: La Gazette', 'name: Le Journal')],
  ['a static file', () => change('static/note.txt', 'rien\n', 'un mot\n')],
  ['a picture', () => site.writeBytes('articles/digue.png', Buffer.concat([pixel, Buffer.from('x')]))],
  ['a picture that is gone', () => site.remove('articles/digue.png')],
  ['a comment', () => write('comments/a2/c.md', 'author: Lise\ndate: 2026-03-04 09:00', 'Oui.')],
  ['a folder with the name of an article', () => mkdirSync(join(site.content, 'articles/dossier.md'))],
  ['a link in the place of an article', () => (linkSync(join(site.content, 'articles/a2.md'), join(site.folder, 'x')), site.remove('articles/a2.md'), symlinkSync('../../x', join(site.content, 'articles/a2.md')))], // prettier-ignore
  ['a page changed by hand', () => writeFileSync(inOut('index.html'), 'main')],
  ['a page that is gone', () => rmSync(inOut('monde/index.html'))],
  ['a file that is not ours', () => writeFileSync(inOut('note.html'), 'note')],
  ['another mark', () => writeFileSync(inOut('.depeche'), markOf('A'.repeat(43)))],
])('the long way, and the same tree as a clean build’s, beside a text that changed: %s', async (_, happen) => {
  await again();
  append('articles/a4.md', '\nUne phrase de plus.\n');
  happen();
  await again();
  expect(wasShort).toBe(false);
  await expectClean();
});

test('what was said of an article holds also when the site has got, or has lost, other lists since', async () => {
  await again();
  const other = (keys: string): string => `title: Autre\ndate: 2026-03-02T10:00\nsection: monde\n${keys}`;
  site.write(`=== articles/autre.md\n${article(other('tags: [aviation]\nauthors: [zoe]\nsecurities: [AIR]'))}`);
  await again();
  appendFileSync(join(site.content, 'articles/a1.md'), 'Une ligne de plus.\n');
  expect((await again()).drawn).toBe(2);
  expect(wasShort).toBe(true);
  expect(site.read('/2026/03/01/a1.html')).toContain('<a href="/sujets/climat/">climat</a>');
  await expectClean();

  rmSync(join(site.content, 'articles/autre.md'));
  await again();
  appendFileSync(join(site.content, 'articles/a1.md'), 'Et une autre.\n');
  await again();
  expect(wasShort).toBe(true);
  await expectClean();
});

test('a text that another folder’s build has read already is drawn for this one', async () => {
  const file = join(site.content, 'articles/a2.md');
  const before = readFileSync(file);
  await again();
  append('articles/a2.md', '\nUne phrase de plus.\n');
  const after = readFileSync(file);
  await again({ out: join(site.folder, 'second') });
  writeFileSync(file, before);
  await again();
  writeFileSync(file, after);
  await again();
  expect(site.read(page)).toContain('Une phrase de plus.');
  await expectClean();
});

test('an instant at which something appears, or one before, goes the long way', async () => {
  const at = '2026-03-05T07:00:00+01:00';
  await again({ at });
  append('articles/a2.md', '\nUne phrase de plus.\n');
  await again({ at: '2026-03-05T07:59:59+01:00' });
  expect(wasShort).toBe(true);
  await again({ at: '2026-03-05T08:00:00+01:00' });
  expect([wasShort, site.has('/2026/03/05/a5.html')]).toEqual([false, true]);
  append('articles/a2.md', '\nUne de plus.\n');
  await again({ at });
  expect([wasShort, site.has('/2026/03/05/a5.html')]).toEqual([false, false]);
  await expectClean({ at });
});

test('another theme, also one of another colour, goes the long way', async () => {
  const templates = join(theme, 'templates');
  cpSync(join(projectRoot, 'templates'), templates, { recursive: true });
  for (const name of ['src', 'node_modules']) symlinkSync(join(projectRoot, name), join(theme, name));
  await again({ templates });
  append('articles/a2.md', '\nUne phrase de plus.\n');
  await again({ templates });
  expect(wasShort).toBe(true);
  appendFileSync(join(templates, 'styles/tokens.css'), '\n.fin { color: red }\n');
  await again({ templates });
  expect([wasShort, site.read('/assets/site.css').includes('.fin')]).toEqual([false, true]);
  await expectClean({ templates });
});

test('a site with a picture in a folder that is not listed always goes the long way', async () => {
  change('articles/a2.md', '(digue.png)', '(.cachees/digue.png)');
  site.writeBytes('articles/.cachees/digue.png', pixel);
  await again();
  site.writeBytes('articles/.cachees/digue.png', Buffer.concat([pixel, Buffer.from('x')]));
  await again();
  expect(wasShort).toBe(false);
  await expectClean();
});

test('a picture found through a link to a folder is looked for wherever that leads now', async () => {
  const drawing = (colour: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path fill="${colour}" d="M0 0h2v2z"/></svg>`;
  for (const [folder, colour] of [
    ['un', 'red'],
    ['deux', 'blue'],
  ] as const) {
    mkdirSync(join(site.content, folder));
    writeFileSync(join(site.content, folder, 'x.svg'), drawing(colour));
  }
  symlinkSync('../un', join(site.content, 'articles/vues'));
  append('articles/a2.md', '\n![Une vue](vues/x.svg)\n');
  await again();
  rmSync(join(site.content, 'articles/vues'));
  symlinkSync('../deux', join(site.content, 'articles/vues'));
  await again();
  await expectClean();
});

test.each([
  ['a link to where its files are now', (folder: string, elsewhere: string) => symlinkSync(elsewhere, folder)],
  ['a file', (folder: string) => writeFileSync(folder, 'x')],
])('a folder of the site that became %s is made again', async (_, put) => {
  for (const scoutFrom of [5000, 0]) {
    await again({ scoutFrom });
    const [folder, elsewhere] = [join(site.out, 'monde'), `${site.folder}-ailleurs`];
    rmSync(elsewhere, { recursive: true, force: true });
    cpSync(folder, elsewhere, { recursive: true, preserveTimestamps: true });
    rmSync(folder, { recursive: true });
    put(folder, elsewhere);
    await again({ scoutFrom });
    await expectClean({ scoutFrom });
  }
});

test('a file of static/ stands instead of one of the theme, and the theme’s may go', async () => {
  const templates = join(theme, 'templates-files');
  cpSync(join(projectRoot, 'templates'), templates, { recursive: true });
  for (const name of ['src', 'node_modules'])
    if (!existsSync(join(theme, name))) symlinkSync(join(projectRoot, name), join(theme, name));
  mkdirSync(join(templates, 'assets'), { recursive: true });
  writeFileSync(join(templates, 'assets/x.txt'), 'du thème');
  site.write('=== static/assets/x.txt\ndu journal\n=== static/assets/site.css\np { color: red }\n');
  await again({ templates });
  expect(site.read('/assets/x.txt')).toContain('du journal');
  expect(site.read('/assets/site.css')).toBe('p { color: red }\n');
  await expectClean({ templates });
  rmSync(join(templates, 'assets/x.txt'));
  await again({ templates });
  await expectClean({ templates });
});

test('no former address is that of the page without a network, and nothing of static/ lies in the search index', async () => {
  await again();
  change('articles/a2.md', 'note: bureau 2', 'redirects: [/hors-ligne.html, /404.html]');
  site.write('=== static/pagefind/x.js\nx\n');
  const { findings } = await again();
  expect(findings.map(({ code, file }) => `${code} ${file}`).toSorted()).toEqual([
    'bad-address articles/a2.md',
    'bad-address articles/a2.md',
    'same-address static/pagefind/x.js',
  ]);
  expect(site.has('/pagefind/x.js')).toBe(false);
  await expectClean();
});

test('what an interrupted build has left goes the long way', async () => {
  await again();
  append('articles/a2.md', '\nUne phrase de plus.\n');
  mkdirSync(placesOf(site.out).staging);
  writeFileSync(placesOf(site.out).journal, 'damaged');
  await again();
  expect(wasShort).toBe(false);
  await expectClean();
});

test('an article that is saved between its reading and its drawing goes the long way', async () => {
  await again();
  append('articles/a2.md', '\nUne phrase de plus.\n');
  await again({ meanwhile: () => append('articles/a2.md', '\nUne autre.\n') });
  expect(wasShort).toBe(false);
  await again();
  await expectClean();
});

describe('what is remembered and not so', () => {
  test.each(falseMemories())('$name: a changed text, and then the tree of a clean build', async ({ inflict }) => {
    const place = (name: string): string => join(site.folder, name);
    const victim: Victim = {
      out: site.out,
      cache: join(`${site.folder}-cache`, 'depeche.db'),
      otherCache: place('other.db'),
      otherOut: place('other-out'),
      earlierCache: place('earlier.db'),
      earlierOut: place('earlier-out'),
    };
    await again({ out: victim.otherOut, cache: victim.otherCache, at: '2026-03-04' });
    await again();
    copyFileSync(victim.cache, victim.earlierCache);
    cpSync(victim.out, victim.earlierOut, { recursive: true, preserveTimestamps: true });
    append('articles/a2.md', '\nUne phrase de plus.\n');
    await again();
    expect(wasShort).toBe(true);
    const end = inflict(victim);
    append('articles/a2.md', '\nUne autre.\n');
    append('articles/a4.md', '\nEt ici.\n');
    await again();
    end?.();
    await expectClean();
  });
});
