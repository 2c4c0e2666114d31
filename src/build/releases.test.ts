// Releases: what a server sees of them at every instant, what they cost, and how one goes back.

import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, test } from 'vitest';
import { command } from '../test/command.ts';
import { healthy } from '../test/healthy-site.ts';
import { article, noon, removeSites, testSite, type TestSite } from '../test/site.ts';
import { liveRelease, releaseNumbers, rollBack } from './releases.ts';
import { placesOf } from './staging.ts';

afterAll(removeSites);

const releases = 3;

/** A site whose every page says which edition it is. */
function edition(site: TestSite, number: number): void {
  site.write(`=== site.md\n---\nname: Édition ${number}\nsections: [monde, sport]\n---\n`);
}

async function released(): Promise<TestSite> {
  const site = testSite(healthy);
  edition(site, 1);
  await site.build({ releases });
  return site;
}

const beside = (site: TestSite): string[] => readdirSync(site.folder).toSorted();

describe('with releases', () => {
  test('the output folder is a link to a whole tree, the same as without', async () => {
    const site = await released();
    expect(readlinkSync(site.out)).toBe('_site.releases/1');
    expect(beside(site)).toEqual(['_site', '_site.releases', 'content']);
    const plain = testSite(healthy);
    edition(plain, 1);
    await plain.build();
    expect(site.tree()).toEqual(plain.tree());
  });

  test('a build that changes nothing makes no release', async () => {
    const site = await released();
    expect(await site.build({ releases })).toMatchObject({ written: 0, deleted: 0 });
    expect(releaseNumbers(placesOf(site.out))).toEqual([1]);
  });

  test('files that did not change are the same files, with their times', async () => {
    const site = await released();
    const before = statSync(join(site.out, 'assets/site.css'), { bigint: true });
    const page = statSync(join(site.out, 'index.html'), { bigint: true });
    edition(site, 2);
    const report = await site.build({ releases });
    expect(report.kept).toBeGreaterThan(0);
    const after = statSync(join(site.out, 'assets/site.css'), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
    expect(statSync(join(site.out, 'index.html')).ino).not.toBe(Number(page.ino));
    const old = readFileSync(join(site.folder, '_site.releases/1/index.html'), 'utf8');
    expect(old).toContain('Édition 1');
    expect(site.read('/index.html')).toContain('Édition 2');
  });

  test('the search index of the release before goes along until a new one is made', async () => {
    const site = await released();
    const index = join(site.out, 'pagefind/2026/pagefind.js');
    mkdirSync(join(site.out, 'pagefind/2026'), { recursive: true });
    writeFileSync(index, 'index');
    edition(site, 2);
    await site.build({ releases });
    expect(readFileSync(index, 'utf8')).toBe('index');
    expect(liveRelease(placesOf(site.out))).toBe(2);
  });

  test('the last few stay, and no more', async () => {
    const site = await released();
    for (let number = 2; number <= 6; number++) {
      edition(site, number);
      await site.build({ releases });
    }
    expect(releaseNumbers(placesOf(site.out))).toEqual([4, 5, 6]);
    expect(beside(site)).toEqual(['_site', '_site.releases', 'content']);
  });

  test('a failed build changes nothing', async () => {
    const site = await released();
    edition(site, 2);
    await expect(site.build({ releases, templates: join(site.folder, 'nulle-part') })).rejects.toThrow();
    expect(site.read('/index.html')).toContain('Édition 1');
    expect(releaseNumbers(placesOf(site.out))).toEqual([1]);
  });

  test('a tree that never became live, and half a removed one, go away', async () => {
    const site = await released();
    mkdirSync(join(site.folder, '_site.releases/2'));
    mkdirSync(join(site.folder, '_site.releases/.7'));
    edition(site, 2);
    await site.build({ releases });
    expect(releaseNumbers(placesOf(site.out))).toEqual([1, 3]);
    expect(site.read('/index.html')).toContain('Édition 2');
  });

  test('a link that is missing is set again, even when the build then fails', async () => {
    const site = await released();
    rmSync(site.out);
    await expect(site.build({ releases, templates: join(site.folder, 'nulle-part') })).rejects.toThrow();
    expect(site.read('/index.html')).toContain('Édition 1');
  });
});

/** Reads a site all the time, as a server does: the folder is looked up once per visit, then its files are read. */
function startReader(site: TestSite): () => Promise<[string, number][]> {
  const script = `const { parentPort, workerData } = require('node:worker_threads');
    const fs = require('node:fs');
    const pages = ['/index.html', '/monde/index.html', '/2026/03/01/crue.html', '/404.html'];
    const seen = new Map();
    parentPort.once('message', () => { parentPort.postMessage([...seen]); process.exit(); });
    (function look() {
      for (let i = 0; i < 20; i++) {
        let what;
        try {
          const tree = fs.realpathSync(workerData);
          what = [...new Set(pages.map((page) => /Édition \\d+/.exec(fs.readFileSync(tree + page, 'utf8'))[0]))].join(' + ');
        } catch (error) { what = error.message; }
        seen.set(what, (seen.get(what) ?? 0) + 1);
      }
      setImmediate(look);
    })();`;
  const reader = new Worker(script, { eval: true, workerData: site.out });
  return () =>
    new Promise((resolve) => {
      reader.once('message', resolve);
      reader.postMessage('enough');
    });
}

describe('a reader', () => {
  test('sees all of the old site or all of the new one, at every instant', async () => {
    const site = await released();
    const stop = startReader(site);
    for (let number = 2; number <= 6; number++) {
      edition(site, number);
      await site.build({ releases });
      if (number === 4) rollBack(placesOf(site.out), null);
    }
    const seen = await stop();
    expect(seen.map(([what]) => what).filter((what) => !/^Édition \d$/.test(what))).toEqual([]);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThan(100);
  });
});

describe('going back', () => {
  test('shows the release before; the next build goes on from what is shown then', async () => {
    const site = await released();
    edition(site, 2);
    await site.build({ releases });
    const places = placesOf(site.out);
    expect(rollBack(places, null)).toEqual({ from: 2, to: 1 });
    expect(site.read('/index.html')).toContain('Édition 1');
    expect(rollBack(places, null)).toEqual({ refused: expect.stringContaining('oldest') });
    expect(rollBack(places, 2)).toEqual({ from: 1, to: 2 });
    rollBack(places, 1);
    edition(site, 3);
    await site.build({ releases });
    expect(site.read('/index.html')).toContain('Édition 3');
    expect(releaseNumbers(places)).toEqual([1, 3]);
    expect(rollBack(places, null)).toEqual({ from: 3, to: 1 });
  });

  test('is a command, with a sentence when there is nothing to go back to', async () => {
    const site = testSite(healthy);
    edition(site, 1);
    const build = (): ReturnType<typeof command> =>
      command('build', '--content', site.content, '--out', site.out, '--cache', join(site.folder, '.cache'), '--at', noon, '--releases'); // prettier-ignore
    expect(await command('rollback', '--out', site.out)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('has no releases'),
    });
    expect(await build()).toMatchObject({ status: 0 });
    expect(await command('rollback', '--out', site.out)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('oldest'),
    });
    edition(site, 2);
    expect(await build()).toMatchObject({ status: 0 });
    expect(await command('rollback', '--out', site.out, '--to', '9')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no release 9; there are 1, 2.'),
    });
    expect(await command('rollback', '--out', site.out)).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('shows release 1 again, instead of 2'),
    });
    expect(site.read('/index.html')).toContain('Édition 1');
  });
});

/** What GNU's mv does from 9.5 on, for machines with an older one; it notes that it was used. */
const standIn = `#!/usr/bin/env python3
import ctypes, sys
mv, a, b = ctypes.CDLL(None), *sys.argv[-2:]
if mv.renameat2(-100, a.encode(), -100, b.encode(), 2) != 0: sys.exit(1)
open(__file__ + '.used', 'w')
`;

const hasPython = process.platform === 'linux' && spawnSync('python3', ['--version']).status === 0;

describe('from a plain folder to releases, and back', () => {
  test.runIf(hasPython)(
    'a plain folder becomes the first release without a moment in which there is no site',
    async () => {
      const site = testSite(healthy);
      edition(site, 1);
      await site.build();
      edition(site, 2);
      const tools = join(site.folder, 'tools');
      mkdirSync(tools);
      writeFileSync(join(tools, 'mv'), standIn, { mode: 0o755 });
      const before = process.env['PATH'];
      const stop = startReader(site);
      process.env['PATH'] = `${tools}:${before}`;
      try {
        await site.build({ releases });
      } finally {
        process.env['PATH'] = before;
      }
      const seen = await stop();
      expect(existsSync(join(tools, 'mv.used'))).toBe(true);
      expect(seen.map(([what]) => what).filter((what) => !/^Édition \d$/.test(what))).toEqual([]);
      expect(readlinkSync(site.out)).toBe('_site.releases/2');
      expect(readFileSync(join(site.folder, '_site.releases/1/index.html'), 'utf8')).toContain('Édition 1');
      expect(beside(site)).toEqual(['_site', '_site.releases', 'content', 'tools']);
    },
  );

  test('a build that was killed before folder and link had changed places is begun again', async () => {
    const site = testSite(healthy);
    await site.build();
    mkdirSync(join(site.folder, '_site.releases'));
    symlinkSync('_site.releases/1', join(site.folder, '_site.releases/1'));
    edition(site, 2);
    await site.build({ releases });
    expect(releaseNumbers(placesOf(site.out))).toEqual([1, 2]);
    expect(site.read('/index.html')).toContain('Édition 2');
    expect(lstatSync(join(site.folder, '_site.releases/1')).isDirectory()).toBe(true);
  });

  test('a plain folder of ours becomes the first release', async () => {
    const site = testSite(healthy);
    edition(site, 1);
    await site.build();
    const { ino } = statSync(join(site.out, 'assets/site.css'));
    edition(site, 2);
    await site.build({ releases });
    expect(readlinkSync(site.out)).toBe('_site.releases/2');
    expect(statSync(join(site.out, 'assets/site.css')).ino).toBe(ino);
    rollBack(placesOf(site.out), null);
    expect(site.read('/index.html')).toContain('Édition 1');
  });

  test('an empty folder gives way', async () => {
    const site = testSite(healthy);
    mkdirSync(site.out);
    await site.build({ releases });
    expect(liveRelease(placesOf(site.out))).toBe(1);
  });

  test('a plain build does not write into a release', async () => {
    const site = await released();
    const before = site.tree();
    edition(site, 2);
    expect(await site.tryBuild()).toMatchObject({
      reason: 'not-ours',
      message: expect.stringContaining('build with --releases'),
    });
    expect(site.tree()).toEqual(before);
    rmSync(site.out);
    await site.build();
    expect(lstatSync(site.out).isSymbolicLink()).toBe(false);
    expect(site.read('/index.html')).toContain('Édition 2');
  });

  test('a link of somebody else is not swapped, nor is a folder used that we did not make', async () => {
    const site = testSite(healthy);
    mkdirSync(join(site.folder, 'ailleurs'));
    symlinkSync('ailleurs', site.out);
    expect(await site.tryBuild({ releases })).toMatchObject({ message: expect.stringContaining('is a link already') });
    rmSync(site.out);
    mkdirSync(`${site.out}.releases`);
    writeFileSync(join(`${site.out}.releases`, 'these.doc'), 'dix ans');
    expect(await site.tryBuild({ releases })).toMatchObject({ reason: 'not-ours' });
    expect(existsSync(join(`${site.out}.releases`, 'these.doc'))).toBe(true);
  });

  test('both can be moved together', async () => {
    const site = await released();
    mkdirSync(join(site.folder, 'www'));
    for (const name of ['_site', '_site.releases']) renameSync(join(site.folder, name), join(site.folder, 'www', name));
    expect(readFileSync(join(site.folder, 'www/_site/index.html'), 'utf8')).toContain('Édition 1');
  });
});

test('an article that leaves the content leaves the new release only', async () => {
  const site = await released();
  site.remove('articles/2026/03/02/tour.md');
  site.write(`=== articles/2026/03/04/neuf.md\n${article('title: Neuf\ndate: 2026-03-04\nsection: monde')}`);
  expect(await site.build({ releases })).toMatchObject({ deleted: 1 });
  expect(site.has('/2026/03/02/tour.html')).toBe(false);
  expect(existsSync(join(site.folder, '_site.releases/1/2026/03/02/tour.html'))).toBe(true);
});
