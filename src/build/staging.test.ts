// How a new tree takes the place of an old one: what is untouched, and what goes.

import { existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { article, removeSites, testSite, type TestSite } from '../test/site.ts';
import { isOurs } from './out-folder.ts';
import { bringIn, markName, markText, placesOf, prepareStaging } from './staging.ts';
import { listTree } from './tree.ts';

afterAll(removeSites);

/** When each file was last written or moved, in nanoseconds, with the number of its inode. */
function stamps(out: string): Map<string, string> {
  return new Map(
    listTree(out).map((path) => {
      const { mtimeNs, ino } = statSync(out + path, { bigint: true });
      return [path, `${mtimeNs} ${ino}`];
    }),
  );
}

/** The mark is no file of the site, and not counted. */
const onlyMark = 1;

const untouched = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...before].filter(([path, stamp]) => after.get(path) === stamp).map(([path]) => path);

async function built(text = healthy): Promise<TestSite> {
  const site = testSite(text);
  await site.build();
  return site;
}

/** What lies beside the output folder and the content. */
const beside = (site: TestSite): string[] => readdirSync(site.folder).toSorted();

describe('a second build', () => {
  test('touches no file when nothing changed', async () => {
    const site = await built();
    const before = stamps(site.out);
    const report = await site.build();
    expect(report).toMatchObject({ written: 0, deleted: 0, kept: before.size - onlyMark });
    expect(stamps(site.out)).toEqual(before);
    expect(beside(site)).toEqual(['_site', 'content']);
  });

  test('moves changed files in and leaves all others as they are', async () => {
    const site = await built();
    const before = stamps(site.out);
    site.write(
      `=== articles/2026/03/02/tour.md\n${article('title: Le tour est perdu\ndate: 2026-03-02 08:00\nsection: sport')}`,
    );
    const report = await site.build();
    const kept = untouched(before, stamps(site.out));
    expect(kept).toHaveLength(report.kept);
    expect(kept).toContain('/assets/site.css');
    expect(kept).toContain('/2026/03/01/crue.html');
    expect(kept).not.toContain('/2026/03/02/tour.html');
    expect(report.written).toBe(before.size - onlyMark - report.kept);
  });

  test('takes the pages of a removed article away, and the folders that they leave empty', async () => {
    const site = await built();
    site.remove('articles/2026/03/02/tour.md');
    const report = await site.build();
    expect(report.deleted).toBe(1);
    expect(existsSync(join(site.out, '2026/03/02'))).toBe(false);
    expect(existsSync(join(site.out, '2026/03/01'))).toBe(true);
    expect(site.tree()).toEqual((await built(healthy.replace(/=== articles\/2026\/03\/02[^=]*/, ''))).tree());
  });

  test('takes away what was put into the output folder by hand', async () => {
    const site = await built();
    const before = site.tree();
    mkdirSync(join(site.out, 'a/b'), { recursive: true });
    writeFileSync(join(site.out, 'a/b/c.txt'), 'x');
    writeFileSync(join(site.out, 'index.html'), 'défiguré');
    const report = await site.build();
    expect(report).toMatchObject({ written: 1, deleted: 1 });
    expect(site.tree()).toEqual(before);
    expect(existsSync(join(site.out, 'a'))).toBe(false);
  });

  test('removes a link in the output folder, and never what it leads to', async () => {
    const site = await built();
    writeFileSync(join(site.folder, 'precious.txt'), 'x');
    symlinkSync(site.folder, join(site.out, 'lien'));
    await site.build();
    expect(existsSync(join(site.out, 'lien'))).toBe(false);
    expect(existsSync(join(site.folder, 'precious.txt'))).toBe(true);
  });

  test('moves nothing through a link that stands where a folder must be', async () => {
    const site = await built();
    const before = site.tree();
    mkdirSync(join(site.folder, 'ailleurs'));
    rmSync(join(site.out, 'monde'), { recursive: true });
    symlinkSync(join(site.folder, 'ailleurs'), join(site.out, 'monde'));
    await site.build();
    expect(site.tree()).toEqual(before);
    expect(readdirSync(join(site.folder, 'ailleurs'))).toEqual([]);
  });

  test('turns a file into a folder, and a folder into a file', async () => {
    const site = await built(`${healthy}=== static/cle\nun fichier\n`);
    site.remove('static/cle');
    site.write('=== static/cle/dedans.txt\ndedans\n');
    expect(await site.build()).toMatchObject({ written: 1, deleted: 1 });
    expect(site.read('/cle/dedans.txt')).toBe('dedans\n');
    site.remove('static/cle');
    site.write('=== static/cle\nun fichier\n');
    expect(await site.build()).toMatchObject({ written: 1, deleted: 1 });
    expect(site.read('/cle')).toBe('un fichier\n');
  });
});

describe('an output folder is ours', () => {
  test('when it is missing, empty, or bears the mark', async () => {
    const site = testSite();
    expect(isOurs(site.out)).toBe(true);
    mkdirSync(site.out);
    expect(isOurs(site.out)).toBe(true);
    await site.build();
    expect(readdirSync(site.out)).toContain(markName);
    expect(isOurs(site.out)).toBe(true);
  });

  test('not when it holds other files: they are not touched', async () => {
    const site = testSite(healthy);
    mkdirSync(site.out);
    writeFileSync(join(site.out, 'these.doc'), 'dix ans de travail');
    const before = stamps(site.out);
    expect(await site.tryBuild()).toMatchObject({ reason: 'not-ours' });
    expect(stamps(site.out)).toEqual(before);
    expect(beside(site)).toEqual(['_site', 'content']);
  });
});

test('a first build is one rename of the whole tree', () => {
  const site = testSite();
  const places = placesOf(site.out);
  prepareStaging(places);
  writeFileSync(join(places.next, 'a.html'), 'a');
  const { ino } = statSync(places.next);
  const brought = bringIn({ places, staged: ['/a.html'], old: [], kept: new Map(), mark: markText, releases: null });
  expect(brought).toEqual({ written: 1, kept: 0, deleted: 0, changed: ['/a.html'] });
  expect(statSync(site.out).ino).toBe(ino);
});
