// What the benchmark builds: always the same newspaper, of which every article is published.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listTree } from '../build/tree.ts';
import { removeSites, testSite } from '../test/site.ts';
import { benchmarkArticle, benchmarkInstant, writeNewspaper } from './newspaper.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-newspaper-'));
afterAll(() => {
  removeSites();
  rmSync(folder, { recursive: true, force: true });
});

function newspaper(name: string, articles: number): ReadonlyMap<string, string> {
  const root = join(folder, name);
  writeNewspaper(root, articles);
  return new Map(listTree(root).map((path) => [path, readFileSync(root + path, 'utf8')]));
}

test('the same number of articles gives the same newspaper, and more of them only add to it', () => {
  const [one, same, more] = [newspaper('one', 120), newspaper('same', 120), newspaper('more', 200)];
  expect(same).toEqual(one);
  expect([...one].filter(([path, text]) => more.get(path) !== text)).toEqual([]);
  expect(more.size - one.size).toBe(80);
});

test('another edition of an article has its path and another title', () => {
  const [first, second] = [benchmarkArticle(7), benchmarkArticle(7, 1)];
  expect(second.path).toBe(first.path);
  expect(second.text).not.toBe(first.text);
});

test('every article is published, and nothing is found in any', async () => {
  const site = testSite();
  writeNewspaper(site.content, 300);
  const report = await site.build({ at: benchmarkInstant });
  expect(report).toMatchObject({ articles: 300, withheld: 0, refused: 0, lost: 0, findings: [] });
  const pages = [...site.tree().keys()].filter((path) => /^\/\d{4}\/\d\d\/\d\d\/.+\.html$/.test(path));
  expect(pages.filter((path) => path.includes('depeche-') || !path.endsWith('index.html'))).toHaveLength(300);
});
