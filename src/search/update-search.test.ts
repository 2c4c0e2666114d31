// Search on real sites: what is made when, what goes away, and that nothing of it touches the pages.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { article, noon, removeSites, testSite, type TestSite } from '../test/site.ts';
import { readShards } from './shard-files.ts';
import { type SearchOptions, type SearchReport, updateSearch } from './update-search.ts';

afterAll(removeSites);

const settings = '=== site.md\n---\nname: Journal\nsections: [monde]\n---\n';
const write = (site: TestSite, name: string, date: string, body: string): void =>
  site.write(`=== articles/${name}.md\n${article(`title: Titre ${name}\ndate: ${date}`, body)}`);

async function built(): Promise<TestSite> {
  const site = testSite(settings);
  write(site, 'un', '2026-03-04', 'Le fleuve monte.');
  write(site, 'deux', '2025-03-04', 'Le vent se lève.');
  await site.build();
  return site;
}

const search = (site: TestSite, more: Partial<SearchOptions> = {}): Promise<SearchReport> =>
  updateSearch({
    out: site.out,
    cache: join(site.folder, '.cache'),
    lang: 'fr',
    mode: 'changed',
    budget: 60_000,
    ...more,
  });

const offered = (site: TestSite): string[] => readShards(site.out).map(({ name, pages }) => `${name}: ${pages}`);

/** All texts that an index holds. */
function texts(site: TestSite): string {
  const root = join(site.out, 'pagefind');
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.pf_fragment'))
    .map((path) => gunzipSync(readFileSync(join(root, path))).toString())
    .join('\n');
}

test('only the years that changed are made again', async () => {
  const site = await built();
  expect(await search(site)).toMatchObject({ made: ['2026', '2025'], kept: 0, pages: 2, findings: [] });
  expect(await search(site)).toMatchObject({ made: [], kept: 2 });
  write(site, 'un', '2026-03-04', 'Le fleuve redescend.');
  await site.build();
  expect(await search(site)).toMatchObject({ made: ['2026'], kept: 1, pages: 1 });
  expect(texts(site)).toContain('redescend');
  expect(texts(site)).not.toContain('monte');
  expect(await search(site, { mode: 'all' })).toMatchObject({ made: ['2026', '2025'], kept: 0 });
});

test('the same pages make the same files, and the state in the cache may be lost', async () => {
  const site = await built();
  await search(site);
  const files = (): ReadonlyMap<string, string> => site.tree();
  const before = files();
  rmSync(join(site.folder, '.cache'), { recursive: true });
  expect(await search(site)).toMatchObject({ made: [], kept: 2 });
  await search(site, { mode: 'all' });
  expect(files()).toEqual(before);
});

test('a build keeps the index, and neither counts nor deletes it', async () => {
  const site = await built();
  await search(site);
  expect(await site.build()).toMatchObject({ written: 0, deleted: 0 });
  expect(offered(site)).toEqual(['2026: 1', '2025: 1']);
});

test('what is withdrawn is found no more; a year without articles goes away', async () => {
  const site = await built();
  await search(site);
  write(site, 'deux', '2025-03-04\nstatus: withdrawn', 'Le vent se lève.');
  await site.build();
  expect(await search(site)).toMatchObject({ findings: [] });
  expect(offered(site)).toEqual(['2026: 1']);
  expect(existsSync(join(site.out, 'pagefind/2025'))).toBe(false);
  expect(texts(site)).not.toContain('vent');
});

test('off makes nothing, and takes away what is no longer true', async () => {
  const site = await built();
  await search(site, { mode: 'off' });
  expect(site.has('/pagefind')).toBe(false);
  await search(site);
  write(site, 'un', '2026-03-04', 'Autre chose.');
  await site.build();
  await search(site, { mode: 'off' });
  expect(offered(site)).toEqual(['2025: 1']);
});

test('without search in the settings the index goes away', async () => {
  const site = await built();
  await search(site);
  await search(site, { lang: null });
  expect(site.has('/pagefind')).toBe(false);
});

test('a failure is a warning: the pages stay, and nothing that is not true is offered', async () => {
  const site = await built();
  await search(site);
  write(site, 'un', '2026-03-04', 'Autre chose.');
  await site.build();
  const pages = [...site.tree()].filter(([path]) => !path.startsWith('/pagefind'));
  const late = await search(site, { budget: 0 });
  expect(late).toMatchObject({ made: [], findings: [{ code: 'no-search', severity: 'warning' }] });
  expect(offered(site)).toEqual(['2025: 1']);
  mkdirSync(join(site.out, 'pagefind'), { recursive: true });
  writeFileSync(join(site.out, 'pagefind/2026'), 'a file where a folder must be');
  // What stands in the way is taken away, so that the next build can do better.
  const blocked = await search(site);
  expect(blocked.findings.map(({ code }) => code)).toEqual(['no-search']);
  expect([...site.tree()].filter(([path]) => !path.startsWith('/pagefind'))).toEqual(pages);
  expect(await search(site)).toMatchObject({ made: ['2026'], findings: [] });
});

test('a list that cannot be read is made anew', async () => {
  const site = await built();
  await search(site);
  writeFileSync(join(site.out, 'pagefind/shards.json'), '{');
  expect(await search(site)).toMatchObject({ made: ['2026', '2025'] });
});

test('each release has its own index', async () => {
  const site = await built();
  await search(site);
  write(site, 'trois', '2026-03-05', 'Un pont.');
  await site.build({ releases: 3 });
  expect(await search(site)).toMatchObject({ made: ['2026'], kept: 1 });
  expect(readShards(`${site.out}.releases/1`).map(({ pages }) => pages)).toEqual([1, 1]);
  expect(offered(site)).toEqual(['2026: 2', '2025: 1']);
});

test('the commands make it after the pages, say so, and can leave it', async () => {
  const site = testSite(settings);
  write(site, 'un', '2026-03-04', 'Le fleuve monte.');
  const folders = ['--content', site.content, '--out', site.out, '--cache', join(site.folder, '.cache')];
  const first = await command('build', ...folders, '--at', noon, '--json');
  expect(first.status).toBe(0);
  expect(first.stderr).toMatch(/files: [^\n]+\n[^]*search: 2026 made \(1 article\) in/);
  expect(JSON.parse(first.stdout.trim().split('\n').at(-1) as string)).not.toHaveProperty('searchLang');
  rmSync(join(site.out, 'pagefind'), { recursive: true });
  const off = await command('build', ...folders, '--at', noon, '--search', 'off');
  expect(off.stderr).not.toContain('search:');
  expect(site.has('/pagefind')).toBe(false);
  expect((await command('search', ...folders)).stderr).toContain('search: 2026 made');
  site.remove('site.md');
  expect((await command('build', ...folders, '--at', noon)).stderr).not.toContain('search:');
  expect(site.has('/pagefind')).toBe(false);
  expect(site.has('/recherche/index.html')).toBe(false);
}, 60_000);
