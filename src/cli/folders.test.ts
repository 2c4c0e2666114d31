// Folders that must not be what they were named to be: each gets one sentence, and nothing is touched.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { healthy } from '../test/healthy-site.ts';
import { article, removeSites, testSite } from '../test/site.ts';
import { folderMistake } from './folders.ts';
import { readOptions } from './options.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'depeche-folders-')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeSites();
});
for (const name of ['content/articles', 'templates', 'any/posts']) mkdirSync(join(folder, name), { recursive: true });
writeFileSync(join(folder, 'fichier'), 'x');
writeFileSync(join(folder, 'templates/index.ts'), '');
symlinkSync('content', join(folder, 'lien'));
symlinkSync('.', join(folder, 'ici'));

const mistake = (...args: readonly string[]): string | null => folderMistake(readOptions(['build', ...args], folder, folder)); // prettier-ignore

test('the usual folders are fine, and so are links to them', () => {
  expect(mistake()).toBeNull();
  expect(mistake('--out', 'ici/_site')).toBeNull();
  expect(mistake('--content', 'lien')).toBeNull();
});

test('a theme that is not there is told as such', () => {
  expect(mistake('--templates', 'nulle-part')).toMatch(
    /^There is no theme in .*nulle-part: .*templates\/README\.md\.$/,
  );
});

test('in a folder of any Markdown the site may lie beside the articles', () => {
  expect(mistake('--content', 'any', '--out', 'any/_site')).toBeNull();
});

test.each<readonly [string, readonly string[], string]>([
  ['the root', ['--out', '/'], 'choose a folder in it'],
  ['somebody’s home', ['--out', homedir()], 'home folder'],
  ['the content', ['--out', 'content'], 'that is the content'],
  ['the content by another name', ['--out', 'lien'], 'that is the content'],
  ['inside the content', ['--out', 'content/_site'], 'it lies in the content'],
  ['inside the content by another name', ['--out', 'ici/lien/_site'], 'it lies in the content'],
  ['what holds the content', ['--out', '.'], 'the content lies in it'],
  ['the theme', ['--out', 'templates'], 'that is the theme'],
  ['inside the theme', ['--out', 'templates/x'], 'it lies in the theme'],
  ['the cache', ['--out', '.cache'], 'cannot lie in one another'],
  ['inside the cache', ['--out', '.cache/site'], 'cannot lie in one another'],
])('an output folder that is %s is refused', (_, args, sentence) => {
  expect(mistake(...args)).toContain(sentence);
});

test.each<readonly [string, readonly string[], string]>([
  ['is the content', ['--cache', 'content'], 'may be deleted'],
  ['holds the content', ['--cache', '.'], 'may be deleted'],
  ['is the theme', ['--cache', 'templates'], 'may be deleted'],
  ['lies in the site', ['--cache', '_site/cache'], 'cannot lie in one another'],
])('a cache that %s is refused', (_, args, sentence) => {
  expect(mistake(...args)).toContain(sentence);
});

test('content that is missing, or a file, is named', () => {
  expect(mistake('--content', 'nulle-part')).toBe(`There is no content folder ${folder}/nulle-part.`);
  expect(mistake('--content', 'fichier')).toContain('is a file');
});

test('a build says it in one sentence, with status 2, and makes nothing', async () => {
  const site = testSite(healthy);
  const outcome = await command('build', '--content', site.content, '--out', join(site.content, 'public'));
  expect(outcome).toMatchObject({ status: 2, stdout: '' });
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(existsSync(join(site.content, 'public'))).toBe(false);
  expect(readdirSync(site.folder)).toEqual(['content']);
});

test('a stranger’s folder with the site in it is built as often as one likes', async () => {
  const site = testSite();
  site.writeBytes('posts/2026-03-01-un.md', Buffer.from(article('title: Un')));
  const out = join(site.content, '_site');
  for (let time = 0; time < 2; time++) {
    const cache = join(site.folder, 'cache');
    const outcome = await command('build', '--content', site.content, '--out', out, '--cache', cache, '--json');
    expect(JSON.parse(outcome.stdout)).toMatchObject({ articles: 1, ignored: 0, refused: 0 });
  }
});
