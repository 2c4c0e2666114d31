import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { article, noon, removeSites, testCache, testSite } from '../test/site.ts';
import { build } from './build.ts';
import type { BuildReport } from './types.ts';
import { stampOf, statOf } from './file-state.ts';
import { sightOf } from './look.ts';
import { partOf } from './parts.ts';
import { lookAround, type Scout, sendScouts } from './scout.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-scout-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  removeSites();
});

const skip: ReadonlySet<string> = new Set();

test.each([
  ['scouts tell', sendScouts],
  ['looking around tells', lookAround],
] as const)('%s of files what one would see oneself', async (_, go) => {
  const root = mkdtempSync(join(folder, 'site-'));
  const stillSince = Date.now() - 2000;
  for (const path of [
    'content/a.md',
    'content/été/b\nc.md',
    'content/.git/x',
    'out/index.html',
    'out/monde/index.html',
    'out/.depeche',
    'out/pagefind/x',
  ]) {
    // prettier-ignore
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), path);
    if (path !== 'content/a.md') utimesSync(join(root, path), 1e9, 1e9);
  }
  symlinkSync('index.html', join(root, 'out/link.html'));
  const errand = { content: join(root, 'content'), out: join(root, 'out'), skip, stillSince };
  // Its inode changed a moment ago, whatever its time says.
  const early = await go(errand).content;
  expect([...sightOf(early)].toSorted()).toEqual([
    ['a.md', ''],
    ['été/b\nc.md', ''],
  ]);
  expect(early.parts.filter(({ digest }) => digest === '')).not.toEqual([]);
  const scout = go({ ...errand, stillSince: Infinity });
  const [content, out] = [await scout.content, await scout.out];
  expect(sightOf(content).get('a.md')).toBe(statOf(join(root, 'content/a.md'), Infinity));
  expect(sightOf(content).get('a.md')).toMatch(/^12 \d/);
  expect(sightOf(content).get('été/b\nc.md')).toBe(statOf(join(root, 'content/été/b\nc.md'), Infinity));
  expect([...sightOf(out)].toSorted()).toEqual([
    ['/index.html', stampOf(join(root, 'out/index.html'))],
    ['/link.html', ''],
    ['/monde/index.html', stampOf(join(root, 'out/monde/index.html'))],
  ]);
  expect(content.hasLinks).toBe(false);
  symlinkSync('a.md', join(root, 'content/link.md'));
  const linked = await go(errand).content;
  expect([linked.hasLinks, sightOf(linked).has('link.md')]).toEqual([true, true]);
});

test('the digest of a part tells a file that changed, came or went, and no other', async () => {
  const root = mkdtempSync(join(folder, 'parts-'));
  const names = Array.from({ length: 200 }, (_, n) => `a${n}.md`);
  for (const name of names) writeFileSync(join(root, name), name);
  const errand = { content: root, out: join(folder, 'nowhere'), skip, stillSince: Infinity };
  const digests = async (): Promise<readonly string[]> =>
    (await lookAround(errand).content).parts.map(({ digest }) => digest);
  const different = (a: readonly string[], b: readonly string[]): number[] =>
    [...a.keys()].filter((part) => a[part] !== b[part]);
  const before = await digests();
  expect(await digests()).toEqual(before);
  writeFileSync(join(root, 'a7.md'), 'other');
  const changed = await digests();
  expect(different(before, changed)).toEqual([partOf('a7.md')]);
  writeFileSync(join(root, 'b.md'), 'new');
  const more = await digests();
  expect(different(changed, more)).toEqual([partOf('b.md')]);
  rmSync(join(root, 'a9.md'));
  expect(different(more, await digests())).toEqual([partOf('a9.md')]);
});

test('a scout that finds no folders has seen nothing', async () => {
  const away = join(folder, 'nowhere');
  const scout: Scout = sendScouts({ content: away, out: away, skip, stillSince: 0 });
  expect([await scout.content, await scout.out].map((seen) => sightOf(seen).size)).toEqual([0, 0]);
});

test('with a scout, what was changed by hand is made again, and what was put there goes', async () => {
  const site = testSite(
    [1, 2].map((n) => `=== a${n}.md\n${article(`title: Article ${n}\ndate: 2026-03-0${n}T08:00`)}`).join(''),
  );
  const { content, out } = site;
  const crew = await createCrew({ content, templates: join(projectRoot, 'templates'), cache: testCache });
  const again = async (): Promise<BuildReport> => {
    const report = await build(
      { content, out, cache: join(`${site.folder}-cache`, 'depeche.db'), skip: new Set(), at: Date.parse(noon), wait: 0, allowLost: true, settle: 0, scoutFrom: 0 }, // prettier-ignore
      crew,
    );
    if ('reason' in report) throw new Error(report.message);
    return report;
  };
  await again();
  const made = site.tree();
  expect(await again()).toMatchObject({ drawn: 0, written: 0, deleted: 0 });
  writeFileSync(join(out, '2026/03/01/a1.html'), 'by hand');
  writeFileSync(join(out, 'by-hand.html'), 'by hand');
  symlinkSync('index.html', join(out, 'link.html'));
  expect(await again()).toMatchObject({ drawn: 1, written: 1, deleted: 2 });
  expect(site.tree()).toEqual(made);
  site.write(`=== a2.md\n${article('title: Article 3\ndate: 2026-03-02T08:00')}`);
  await again();
  expect(site.read('/2026/03/02/a2.html')).toContain('Article 3');
});
