import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { article, noon, removeSites, testCache, testSite, type TestSite } from '../test/site.ts';
import { build } from './build.ts';
import type { BuildReport } from './types.ts';
import { writeJournal } from './journal.ts';
import { takeLock } from './lock.ts';
import { placesOf } from './staging.ts';
import type { BuildSession } from './touch-up.ts';

afterAll(removeSites);

const four = [1, 2, 3, 4]
  .map((n) => {
    const keys = `title: Article ${n}\ndate: 2026-03-0${n}T08:00\ntags: [climat]\nsection: Monde`;
    return `=== a${n}.md\n${article(keys, `Le résumé ${n}${', qui est plus long qu’un extrait'.repeat(9)}.\n\nLe second paragraphe ${n}.`)}`;
  })
  .join('');

let site: TestSite;
let session: BuildSession;
let crew: Awaited<ReturnType<typeof createCrew>>;
/** How many sheets the last build looked at. */
let looked = 0;
/** What it had in place before it made the rest: paths, and the pages of the site that showed a word then. */
let begun: { readonly paths: readonly string[]; readonly showed: readonly string[] } | null = null;

beforeEach(async () => {
  site = testSite(four);
  session = {};
  const progress = { isWatched: false, phase: (name: string): void => void (looked += name === 'drawing' ? 1 : 0) };
  site.writeBytes('p.png', Buffer.from('no picture'));
  crew = await createCrew({
    content: site.content,
    templates: join(projectRoot, 'templates'),
    cache: testCache,
    progress,
  });
  await again([]);
});

/** Builds in the same process after a change of files. */
async function again(
  changed: readonly string[],
  more: { readonly at?: string; readonly word?: string } = {},
): Promise<BuildReport> {
  looked = 0;
  begun = null;
  const report = await build(
    {
      content: site.content,
      out: site.out,
      cache: join(`${site.folder}-cache`, 'depeche.db'),
      skip: new Set(),
      at: Date.parse(more.at ?? noon),
      wait: 0,
      allowLost: true,
      session,
      changed: new Set(changed.map((path) => join(site.content, path))),
      onBegun: (paths) => {
        begun = { paths, showed: showing(more.word ?? '') };
      },
    },
    crew,
  );
  if ('reason' in report) throw new Error(report.message);
  return report;
}

/** Pages in which a word stands. */
function showing(word: string): string[] {
  return [...site.tree()].filter(([path, text]) => path.endsWith('.html') && text.includes(word)).map(([path]) => path);
}

/** The tree is that of a clean build, and the next long build finds nothing to do. */
async function expectWhole(): Promise<void> {
  const made = site.tree();
  session.last = undefined;
  expect(await again([])).toMatchObject({ written: 0, deleted: 0 });
  expect(site.tree()).toEqual(made);
  rmSync(site.out, { recursive: true });
  await site.build({ cache: null });
  expect(site.tree()).toEqual(made);
}

/** Puts a link in the place of an article: to a file of the same words outside of the content, or to another article. */
function linkOut(path: string): void {
  writeFileSync(join(site.folder, 'outside.md'), readFileSync(join(site.content, path)));
  rmSync(join(site.content, path));
  symlinkSync('../outside.md', join(site.content, path));
}

function linkTo(target: string, path: string): void {
  rmSync(join(site.content, path));
  symlinkSync(target, join(site.content, path));
}

const append = (path: string, text: string): void => appendFileSync(join(site.content, path), text);
const page = '/2026/03/02/a2.html';

test('a text that changed is on its page, and no other page is looked at', async () => {
  append('a2.md', '\nUne phrase de plus.\n');
  expect(await again(['a2.md'])).toMatchObject({ articles: 4, drawn: 1, written: 1, deleted: 0 });
  expect(looked).toBe(1);
  expect(site.read(page)).toContain('Une phrase de plus.');
  append('a2.md', '\nEt une autre.\n');
  append('a3.md', '\nEt ici.\n');
  expect(await again(['a3.md', 'a2.md', '.a2.md.swp', '4913'])).toMatchObject({ drawn: 2, written: 2 });
  expect(looked).toBe(2);
  await expectWhole();
});

test('a text saved as it was draws nothing', async () => {
  expect(await again(['a2.md'])).toMatchObject({ drawn: 0, written: 0 });
  expect(looked).toBe(1);
  await expectWhole();
});

test.each([
  ['a section', () => site.write(four.replace(/2026-03-02T08:00(.*?)Monde/s, '2026-03-02T08:00$1Ailleurs')), ['a2.md']],
  ['a date', () => site.write(four.replace('2026-03-02T08:00', '2026-03-02T09:00')), ['a2.md']],
  ['a headline and another file', () => site.write(`${four.replace('Article 2', 'Neuf')}=== b.md\n${article('title: Neuf\ndate: 2026-03-04')}`), ['a2.md', 'b.md']], // prettier-ignore
  ['a link out of the content', () => linkOut('a2.md'), ['a2.md']],
  ['a link within the content', () => linkTo('a3.md', 'a2.md'), ['a2.md']],
  ['a file of two names', () => linkSync(join(site.content, 'a2.md'), join(site.content, 'b.txt')), ['a2.md']],
  ['a mistake', () => append('a2.md', '\n[un lien](b9.md)\n'), ['a2.md']],
  [
    'a draft',
    () => site.write(`=== a2.md\n${article('title: Article 2\ndate: 2026-03-02\nstatus: draft')}`),
    ['a2.md'],
  ],
  ['another file', () => site.write(`=== b.md\n${article('title: Neuf\ndate: 2026-03-04')}`), ['b.md']],
  ['a picture that is gone', () => site.remove('p.png'), ['p.png']],
  ['a file that is gone', () => site.remove('a2.md'), ['a2.md']],
  ['a folder', () => mkdirSync(join(site.content, 'articles')), ['articles']],
  ['everything', () => site.write('=== a2.md\nno article'), ['']],
])('%s goes the long way', async (_, change, changed) => {
  change();
  await again(changed);
  expect(looked).toBeGreaterThan(10);
  expect(begun).toBeNull();
  await expectWhole();
});

test.each([
  ['a headline', 'Article 2', 'Autre titre'],
  ['a first paragraph', 'Le résumé 2', 'Autre texte'],
])('%s is on its own page at once, and then wherever it is shown', async (_, before, after) => {
  site.write(four.replace(before, after));
  const report = await again(['a2.md'], { word: after });
  expect(begun).toEqual({ paths: [page], showed: [page] });
  expect(showing(after)).toEqual(expect.arrayContaining(['/index.html', '/monde/index.html', page]));
  // The page is drawn once, as it stands in the end.
  expect(report.changed).not.toContain(page);
  expect(report.written).toBe((report.changed ?? []).length + 1);
  await expectWhole();
});

test('headlines of articles that show each other are in place in the end', async () => {
  site.write(four.replace('title: Article 2', 'title: Deux').replace('title: Article 3', 'title: Trois'));
  await again(['a2.md', 'a3.md'], { word: 'Deux' });
  expect(begun?.paths.toSorted()).toEqual(['/2026/03/02/a2.html', '/2026/03/03/a3.html']);
  expect(showing('Deux')).toContain('/2026/03/03/a3.html');
  await expectWhole();
});

test('a headline that is saved while its build runs is in place in the end', async () => {
  site.write(four.replace('title: Article 2', 'title: Deux'));
  const { draw } = crew;
  crew = {
    ...crew,
    draw: async (works, where) => {
      const drawn = await draw(works, where);
      site.write(four.replace('title: Article 2', 'title: Deux bis'));
      return drawn;
    },
  };
  await again(['a2.md']);
  crew = { ...crew, draw };
  await again(['a2.md']);
  expect(showing('Deux bis')).toEqual(expect.arrayContaining(['/index.html', page]));
  await expectWhole();
});

test('a text that another path shows as well is new on both', async () => {
  symlinkSync('a2.md', join(site.content, 'alias.md'));
  await again(['alias.md']);
  append('a2.md', '\nUne phrase de plus.\n');
  await again(['a2.md']);
  expect(showing('Une phrase de plus.')).toHaveLength(2);
  await expectWhole();
});

test('a folder of pictures that is gone is no file that an editor has left', async () => {
  site.write(`=== 2026/x.txt\nx`);
  site.writeBytes(
    '2026/p.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>'),
  );
  append('a2.md', '\n![Une image](2026/p.svg)\n');
  await again(['a2.md', '2026']);
  expect(site.read(page)).toContain('<img');
  site.remove('2026');
  await again(['2026']);
  expect(site.read(page)).not.toContain('<img');
  await expectWhole();
});

test('what an interrupted build has left is told: anything may have changed', async () => {
  const { next, journal } = placesOf(site.out);
  mkdirSync(join(next, '2026/03/02'), { recursive: true });
  writeFileSync(next + page, 'left');
  writeJournal(journal, { moves: [page], deletions: [] });
  const report = await again(['a3.md']);
  expect(report.changed).toBeNull();
  await expectWhole();
});

test('an instant at which something appears goes the long way', async () => {
  site.write(`=== a5.md\n${article('title: Demain\ndate: 2026-03-06T08:00')}`);
  await again(['a5.md']);
  append('a2.md', '\nUne phrase de plus.\n');
  await again(['a2.md'], { at: '2026-03-06T07:00:00+01:00' });
  expect(looked).toBe(1);
  append('a2.md', '\nEncore une.\n');
  await again(['a2.md'], { at: '2026-03-06T08:00:00+01:00' });
  expect(looked).toBeGreaterThan(10);
  expect(site.has('/2026/03/06/a5.html')).toBe(true);
});

test('an instant at which the notice of a withdrawn article appears goes the long way', async () => {
  site.write(`=== a5.md\n${article('title: Ce soir\ndate: 2026-03-05T18:00\nstatus: withdrawn')}`);
  expect(await again(['a5.md'])).toMatchObject({ next: Date.parse('2026-03-05T18:00:00+01:00') });
  await again([], { at: '2026-03-05T18:00:00+01:00' });
  expect(site.has('/2026/03/05/a5.html')).toBe(true);
});

test('a folder or a cache that somebody else touched goes the long way', async () => {
  append('a2.md', '\nUne phrase de plus.\n');
  await site.build();
  append('a2.md', '\nEncore une.\n');
  await again(['a2.md']);
  expect(looked).toBeGreaterThan(10);
  rmSync(join(`${site.folder}-cache`, 'depeche.db'));
  append('a2.md', '\nEt une.\n');
  await again(['a2.md']);
  expect(looked).toBeGreaterThan(10);
  rmSync(site.out, { recursive: true });
  await again(['a2.md']);
  expect(existsSync(site.out + page)).toBe(true);
  await expectWhole();
});

test('after a build that another one kept waiting comes a long one', async () => {
  const lock = await takeLock(placesOf(site.out).lock, 0);
  append('a2.md', '\nUne phrase de plus.\n');
  await expect(again(['a2.md'])).rejects.toThrow('try again');
  if ('release' in lock) lock.release();
  append('a3.md', '\nEt ici.\n');
  await again(['a3.md']);
  expect(looked).toBeGreaterThan(10);
  expect(site.read(page)).toContain('Une phrase de plus.');
  await expectWhole();
});

test('after a build that failed comes a long one', async () => {
  append('a2.md', '\nUne phrase de plus.\n');
  const { draw } = crew;
  crew = { ...crew, draw: () => Promise.reject(new Error('The theme fell.')) };
  await expect(again(['a2.md'])).rejects.toThrow('The theme fell.');
  crew = { ...crew, draw };
  writeFileSync(join(site.content, 'a3.md'), article('title: Article 3\ndate: 2026-03-03T08:00'));
  await again(['a3.md']);
  expect(looked).toBeGreaterThan(10);
  expect(site.read(page)).toContain('Une phrase de plus.');
  await expectWhole();
});

test('an article of a large newspaper shows its new text, not the one that the first build read', async () => {
  const many = Array.from({ length: 640 }, (_, i) => {
    const keys = `title: Numéro ${i}\ndate: 2026-02-0${(i % 9) + 1}T08:00`;
    return `=== n${i}.md\n${article(keys, `Le résumé${', qui est plus long qu’un extrait'.repeat(9)}.\n\nSuite.`)}`;
  });
  site.write(many.join(''));
  await again(['']);
  append('n300.md', '\nUne phrase de plus.\n');
  expect(await again(['n300.md'])).toMatchObject({ drawn: 1, written: 1 });
  expect(looked).toBe(1);
  expect(site.read('/2026/02/04/n300.html')).toContain('Une phrase de plus.');
});
