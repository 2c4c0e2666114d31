import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createCrew, projectRoot } from '../cli/wire.ts';
import { article, noon, removeSites, testCache, testSite } from '../test/site.ts';
import { build, type BuildReport } from './build.ts';
import { stampOf, statOf } from './file-state.ts';
import { sendScout } from './scout.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-scout-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  removeSites();
});

test('a scout tells of files what one would see oneself, and of content nothing of links', async () => {
  const stillSince = Date.now() - 2000;
  for (const path of ['content/a.md', 'content/été/b\nc.md', 'out/index.html', 'out/monde/index.html']) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), path);
    if (path !== 'content/a.md') utimesSync(join(folder, path), 1e9, 1e9);
  }
  symlinkSync('a.md', join(folder, 'content/link.md'));
  symlinkSync('index.html', join(folder, 'out/link.html'));
  // Its inode changed a moment ago, whatever its time says.
  const lately = { content: join(folder, 'content'), out: join(folder, 'out'), stillSince };
  const early = await sendScout(lately).content;
  expect([...early].toSorted()).toEqual([
    ['/a.md', ''],
    ['/été/b\nc.md', ''],
  ]);
  const scout = sendScout({ ...lately, stillSince: Infinity });
  const [content, out] = await Promise.all([scout.content, scout.out]);
  expect(content.get('/a.md')).toBe(statOf(join(folder, 'content/a.md'), Infinity));
  expect(content.get('/a.md')).toMatch(/^12 \d/);
  expect(content.get('/été/b\nc.md')).toBe(statOf(join(folder, 'content/été/b\nc.md'), Infinity));
  expect([...out].toSorted()).toEqual([
    ['/index.html', stampOf(join(folder, 'out/index.html'))],
    ['/link.html', ''],
    ['/monde/index.html', stampOf(join(folder, 'out/monde/index.html'))],
  ]);
});

test('a scout that finds no folders has seen nothing', async () => {
  const away = join(folder, 'nowhere');
  const scout = sendScout({ content: away, out: away, stillSince: 0 });
  expect([await scout.content, await scout.out].map(({ size }) => size)).toEqual([0, 0]);
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
