// What a watch sees of folders that are written to, deleted and brought back.

import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { inTurn, isNoSource } from './serve-command.ts';
import { watchFolders } from './watch-folders.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-watch-'));
const content = join(folder, 'content');
const ends: (() => void)[] = [];
afterAll(() => {
  ends.forEach((end) => end());
  rmSync(folder, { recursive: true, force: true });
});

test('a change in a folder is told, also after it was deleted, renamed and made again', async () => {
  mkdirSync(join(content, 'articles'), { recursive: true });
  let told: (paths: ReadonlySet<string>) => void = () => {};
  const next = (): Promise<ReadonlySet<string>> => new Promise((resolve) => (told = resolve));
  ends.push(
    watchFolders({
      folders: [content, join(folder, 'not-there-yet')],
      flat: [],
      ignore: (path) => path.endsWith('.swp'),
      changed: (paths) => told(paths),
      failed: () => {},
    }),
  );
  let change = next();
  writeFileSync(join(content, 'articles/a.md.swp'), 'x');
  writeFileSync(join(content, 'articles/a.md'), 'x');
  expect([...(await change)]).toEqual([join(content, 'articles/a.md')]);

  change = next();
  rmSync(content, { recursive: true });
  await change;
  change = next();
  mkdirSync(join(content, 'articles'), { recursive: true });
  await change;
  await new Promise((resolve) => setTimeout(resolve, 200));
  change = next();
  writeFileSync(join(content, 'articles/b.md'), 'x');
  expect([...(await change)].join()).toContain('b.md');

  change = next();
  mkdirSync(join(folder, 'x'));
  renameSync(join(folder, 'x'), join(folder, 'not-there-yet'));
  expect([...(await change)].join()).toContain('not-there-yet');
});

test('a folder that is back before the watch has looked for it is told all the same', { timeout: 20_000 }, async () => {
  const paper = join(folder, 'paper');
  mkdirSync(paper);
  let told: () => void = () => {};
  const next = (): Promise<void> => new Promise((resolve) => (told = resolve));
  ends.push(
    watchFolders({
      folders: [paper],
      flat: [],
      ignore: () => false,
      changed: () => told(),
      failed: () => {},
    }),
  );
  // At other moments of the watch's round each time.
  for (let i = 0; i < 4; i++) {
    await new Promise((resolve) => setTimeout(resolve, 130));
    const away = next();
    renameSync(paper, `${paper}-away`);
    await away;
    const back = next();
    renameSync(`${paper}-away`, paper);
    await back;
  }
});

test('builds come one after the other; what changes meanwhile is built at once afterwards', async () => {
  const built: string[][] = [];
  let running = 0;
  const news = { built: true, changed: null, isLast: true, message: null, findings: [] };
  const rebuild = async (changed: ReadonlySet<string>): Promise<typeof news> => {
    expect(++running).toBe(1);
    built.push([...changed]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running--;
    return news;
  };
  const told: unknown[] = [];
  const searches: string[] = [];
  const search = { stop: () => void searches.push(`stop ${built.length}`), start: () => void searches.push(`start ${built.length}`) }; // prettier-ignore
  const turn = inTurn({ rebuild, close: async () => {} }, (heard) => told.push(heard), search);
  await Promise.all([turn(new Set(['a'])), turn(new Set(['b'])), turn(new Set(['c', 'b']))]);
  expect(built).toEqual([['a'], ['b', 'c']]);
  expect(told).toEqual([news, news]);
  // What is searched waits until nothing else is to be done.
  expect(searches).toEqual(['stop 0', 'start 2']);
});

test('what a build writes, hidden files and tests are no sources; folders themselves and configuration are', () => {
  const root = join(import.meta.dirname, '../..');
  const options = readOptions(['serve', '--content', '/srv/paper', '--out', '/srv/paper/_site'], root, '/');
  const sources = ['/srv/paper', '/srv/paper/a.md', `${root}/templates/index.ts`, `${root}/src/cli/main.ts`];
  const others = [
    '/srv/paper/_site/index.html',
    '/srv/paper/.git/index',
    '/srv/paper/x/.a.md.swp',
    `${root}/README.md`,
  ];
  for (const path of [...sources, `${root}/eleventy.config.js`])
    expect([path, isNoSource(path, options)]).toEqual([path, false]);
  for (const path of [...others, `${root}/.cache/x`, `${root}/src/a.test.ts`, `${root}/node_modules/a/b.js`]) {
    expect([path, isNoSource(path, options)]).toEqual([path, true]);
  }
});
