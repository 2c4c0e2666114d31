import { cpSync, existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { article, noon, removeSites, testSite } from '../test/site.ts';
import { readOptions } from './options.ts';
import { type BuildNews, createRebuilder, createSearcher } from './rebuilder.ts';
import { projectRoot } from '../base/project-folder.ts';

const crue = (body: string): string => `=== crue.md\n${article('title: La crue\ndate: 2026-03-05T08:00', body)}`;
const site = testSite(crue('La première.'));
const templates = join(site.folder, 'theme');
// The theme imports the program by relative paths.
const copied = { recursive: true, filter: (path: string): boolean => !path.includes('goldens') };
cpSync(join(projectRoot, 'templates'), templates, copied);
cpSync(join(projectRoot, 'src'), join(site.folder, 'src'), copied);
const file = join(site.content, 'crue.md');
const folders = ['--content', site.content, '--templates', templates, '--out', site.out];
const args = ['serve', ...folders, '--cache', join(site.folder, 'cache'), '--at', noon];
const rebuilder = createRebuilder(readOptions(args, projectRoot, site.folder), projectRoot);
afterAll(async () => {
  await rebuilder.close();
  removeSites();
});

const path = '/2026/03/05/crue.html';
const page = (): string => site.read(path);
/** Makes the theme say something else in every page. */
function brand(word: string): string {
  const path = join(templates, 'parts/document.ts');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/<body(?: data-brand="\w+")?/, `<body data-brand="${word}"`));
  return path;
}

test('what articles say is built by the process that is there, code by a new one', { timeout: 60_000 }, async () => {
  expect(await rebuilder.rebuild(new Set())).toMatchObject({ built: true, changed: expect.arrayContaining([path]) });
  expect(page()).toContain('La première.');
  const theme = brand('new');
  site.write(crue('La deuxième.'));
  // It was not told of the theme, so the theme that it has loaded draws on.
  expect(await rebuilder.rebuild(new Set([file]))).toMatchObject({
    built: true,
    changed: expect.arrayContaining(['/index.html']),
  });
  expect(page()).toContain('La deuxième.');
  expect(page()).not.toContain('data-brand');
  expect(await rebuilder.rebuild(new Set([file]))).toMatchObject({ built: true, changed: [] });
  expect(await rebuilder.rebuild(new Set([theme, file]))).toMatchObject({
    built: true,
    changed: expect.arrayContaining([path]),
  });
  expect(page()).toContain('data-brand="new"');
  expect(page()).toContain('La deuxième.');
  // All of it is what a clean build makes.
  const made = site.tree();
  await site.build({ templates, cache: null });
  expect(made).toEqual(site.tree());
});

test('a headline is told twice: first with its own page, then with what lists it', { timeout: 60_000 }, async () => {
  await rebuilder.rebuild(new Set());
  const early: BuildNews[] = [];
  site.write(crue('La deuxième.').replace('La crue', 'La décrue'));
  const last = await rebuilder.rebuild(new Set([file]), (news) => early.push(news));
  expect(early).toMatchObject([{ built: true, changed: [path], isLast: false, findings: [] }]);
  expect(last).toMatchObject({ built: true, changed: expect.arrayContaining(['/index.html']), isLast: true });
  expect(last.changed).not.toContain(path);
});

test(
  'a content folder that is away is told, and the same process builds when it is back',
  { timeout: 60_000 },
  async () => {
    await rebuilder.rebuild(new Set());
    brand('unheard');
    renameSync(site.content, `${site.content}-away`);
    expect(await rebuilder.rebuild(new Set([site.content]))).toMatchObject({ built: false });
    renameSync(`${site.content}-away`, site.content);
    site.write(crue('La troisième.'));
    expect(await rebuilder.rebuild(new Set([site.content]))).toMatchObject({
      built: true,
      changed: expect.arrayContaining([path]),
    });
    expect(page()).toContain('La troisième.');
    expect(page()).not.toContain('unheard');
  },
);

test('a theme that does not run is told, and the next one that does is drawn', { timeout: 60_000 }, async () => {
  const theme = brand('broken');
  const good = readFileSync(theme, 'utf8');
  writeFileSync(theme, `${good}\nthis is no code`);
  const lines = good.split('\n').length;
  const message = expect.stringContaining(`parts/document.ts:${lines + 1}:6)`) as string;
  expect(await rebuilder.rebuild(new Set([theme]))).toMatchObject({ built: false, message });
  writeFileSync(theme, good);
  expect(await rebuilder.rebuild(new Set([theme]))).toMatchObject({ built: true });
  expect(page()).toContain('data-brand="broken"');
});

test('a search that is ended, and the one before it, are over when it says so', { timeout: 60_000 }, async () => {
  const own = testSite(`=== site.md\n---\nsearch: true\n---\n${crue('La première.')}`);
  await own.build();
  const folders = ['--content', own.content, '--out', own.out, '--cache', join(own.folder, 'cache')];
  const search = createSearcher(readOptions(['serve', ...folders], projectRoot, own.folder), projectRoot);
  const lock = join(own.folder, '._site.search.lock');
  search.start();
  while (!existsSync(lock)) await sleep(2);
  search.start();
  await search.close();
  expect(readdirSync(own.folder).filter((name) => name.startsWith('._site'))).toEqual([]);
});
