// `new`: a draft that can be checked and published, and never an article overwritten.

import { existsSync, readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite, type TestSite } from '../test/site.ts';

afterAll(removeSites);

const begin = ({ content }: TestSite, ...args: readonly string[]) => command('new', '--content', content, ...args);

test('it writes a draft in today’s folder, whose path it prints, and which check accepts', async () => {
  const site = testSite(healthy);
  const { status, stdout } = await begin(site, 'L’été : "trop" chaud # 1', '--section', 'sport');
  expect(status).toBe(0);
  const path = stdout.trim();
  expect(path).toMatch(/\/articles\/\d{4}\/\d\d\/\d\d\/l-ete-trop-chaud-1\.md$/);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('section: sport\n');
  expect(text).toContain('status: draft\n');
  const check = await command('check', '--content', site.content, '--strict');
  expect(check).toMatchObject({ status: 0, stdout: '', stderr: expect.stringContaining('4 articles') });
  const report = await site.build({ at: '2100-01-01T00:00:00Z' });
  expect(report).toMatchObject({ articles: 3, withheld: 1, refused: 0 });
});

test('without the line that says draft it is published under its title', async () => {
  const site = testSite(healthy);
  const path = (await begin(site, 'Une crue à Lyon')).stdout.trim();
  const file = path.slice(site.content.length + 1);
  site.writeBytes(file, Buffer.from(`${readFileSync(path, 'utf8').replace('status: draft\n', '')}Un texte.\n`));
  await site.build({ at: '2100-01-01T00:00:00Z' });
  expect(site.read(`${file.slice('articles'.length).replace('.md', '.html')}`)).toContain('<h1>Une crue à Lyon</h1>');
});

test('it overwrites nothing', async () => {
  const site = testSite(healthy);
  const path = (await begin(site, 'Une crue')).stdout.trim();
  site.writeBytes(path.slice(site.content.length + 1), Buffer.from('mon travail'));
  expect(await begin(site, 'Une crue')).toMatchObject({ status: 1, stdout: '' });
  expect(readFileSync(path, 'utf8')).toBe('mon travail');
});

test('it refuses a section that does not exist, and a title without a letter', async () => {
  const site = testSite(healthy);
  const unknown = await begin(site, 'Une crue', '--section', 'sprot');
  expect(unknown).toMatchObject({ status: 2, stderr: expect.stringContaining('monde, sport') });
  expect((await begin(site, '!!!')).status).toBe(2);
  expect(existsSync(`${site.content}/articles/${new Date().getFullYear()}/12/31`)).toBe(false);
});

test('in a folder without articles/ it lies beside the others, and takes none of them out of the newspaper', async () => {
  const site = testSite(
    `=== 2024-03-01-crue.md\n---\ntitle: Crue\n---\nUn texte.\n=== notes/gel.md\n---\ntitle: Gel\ndate: 2024-03-02\n---\n`,
  );
  expect(await site.build({ at: '2100-01-01T00:00:00Z' })).toMatchObject({ articles: 2, withheld: 0 });
  const path = (await begin(site, 'Une neige')).stdout.trim();
  expect(path.slice(site.content.length)).toMatch(/^\/\d{4}-\d\d-\d\d-une-neige\.md$/);
  expect(await site.build({ at: '2100-01-01T00:00:00Z' })).toMatchObject({ articles: 2, withheld: 1, lost: 0 });
});
