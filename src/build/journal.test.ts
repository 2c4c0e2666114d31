// What a build that broke off leaves behind, and how the next one goes on from there.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite, type TestSite } from '../test/site.ts';
import { writeJournal } from './journal.ts';
import { takeLock } from './lock.ts';
import { abandon, markName, markText, placesOf, prepareStaging } from './staging.ts';
import { listTree } from './tree.ts';

afterAll(removeSites);

/** When each file was last written, in nanoseconds. */
function stamps(out: string): Map<string, bigint> {
  return new Map(listTree(out).map((path) => [path, statSync(out + path, { bigint: true }).mtimeNs]));
}

async function built(): Promise<TestSite> {
  const site = testSite(healthy);
  await site.build();
  return site;
}

/** What lies beside the output folder and the content. */
const beside = (site: TestSite): string[] => readdirSync(site.folder).toSorted();

describe('a build that broke off', () => {
  /** A new tree in the staging folder of a site, and the journal that a build would have written. */
  function stage(site: TestSite, files: Record<string, string>, deletions: readonly string[] | null): void {
    const places = placesOf(site.out);
    prepareStaging(places);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(places.next + path), { recursive: true });
      writeFileSync(places.next + path, text);
    }
    if (deletions) writeJournal(places.journal, { moves: Object.keys(files), deletions });
  }

  test('before its journal was complete changed nothing, and leaves nothing', async () => {
    const site = await built();
    const before = stamps(site.out);
    stage(site, { '/index.html': 'à moitié', '/monde/index.html': 'à moitié' }, null);
    writeFileSync(`${placesOf(site.out).journal}.draft`, '{"moves":["/ind');
    expect(stamps(site.out)).toEqual(before);
    await site.build();
    expect(stamps(site.out)).toEqual(before);
    expect(beside(site)).toEqual(['_site', 'content']);
  });

  test('after its journal was complete is brought to its end first', async () => {
    const site = await built();
    stage(site, { '/index.html': 'neuf', '/neuf/a.html': 'neuf' }, ['/monde/index.html']);
    prepareStaging(placesOf(site.out));
    expect(site.read('/index.html')).toBe('neuf');
    expect(site.read('/neuf/a.html')).toBe('neuf');
    expect(site.has('/monde/index.html')).toBe(false);
  });

  test('in the middle of its journal can be brought to its end, as often as one likes', async () => {
    const site = await built();
    stage(site, { '/index.html': 'neuf', '/neuf/a.html': 'neuf' }, ['/monde/index.html', '/404.html']);
    const journal = readFileSync(placesOf(site.out).journal, 'utf8');
    prepareStaging(placesOf(site.out));
    const once = site.tree();
    writeFileSync(placesOf(site.out).journal, journal);
    prepareStaging(placesOf(site.out));
    expect(site.tree()).toEqual(once);
  });

  test('is forgotten by the next whole build, whose tree is that of a clean one', async () => {
    const site = await built();
    const clean = site.tree();
    stage(site, { '/index.html': 'neuf', '/neuf/a.html': 'neuf' }, ['/monde/index.html']);
    await site.build();
    expect(site.tree()).toEqual(clean);
    expect(beside(site)).toEqual(['_site', 'content']);
  });

  test('by a signal leaves no lock; a complete journal stays for the next build', async () => {
    const site = await built();
    const places = placesOf(site.out);
    stage(site, { '/index.html': 'neuf' }, null);
    await takeLock(places.lock, 0);
    abandon(places);
    expect(beside(site)).toEqual(['_site', 'content']);
    stage(site, { '/index.html': 'neuf' }, []);
    await takeLock(places.lock, 0);
    abandon(places);
    expect(existsSync(places.journal)).toBe(true);
    expect(existsSync(places.lock)).toBe(false);
  });

  test('by a signal while it waited for another one takes nothing of that one away', async () => {
    const site = await built();
    const places = placesOf(site.out);
    stage(site, { '/index.html': 'neuf' }, null);
    writeFileSync(places.lock, JSON.stringify({ pid: process.ppid, host: hostname(), began: null }));
    abandon(places);
    expect(existsSync(places.lock)).toBe(true);
    expect(existsSync(`${places.next}/index.html`)).toBe(true);
  });

  test.each<readonly [string, (journal: string) => string | Buffer]>([
    ['is empty', () => ''],
    ['is cut off', (text) => text.slice(0, text.length / 2)],
    ['has a letter changed', (text) => text.replace('index', 'imdex')],
    ['lost an entry', (text) => text.replace('"/monde/index.html"', '')],
    ['is no JSON', () => 'Bonjour'],
    ['is null', () => 'null'],
    ['is of zeros', () => Buffer.alloc(300)],
    ['leads out of the folder', () => JSON.stringify({ moves: [], deletions: ['/../precious.txt'] })],
  ])('whose journal %s stops no later build, and leaves no trace', async (_, damage) => {
    const site = await built();
    const clean = site.tree();
    const precious = join(site.folder, 'precious.txt');
    writeFileSync(precious, 'x');
    stage(site, { '/index.html': 'neuf', '/neuf/a.html': 'neuf' }, ['/monde/index.html']);
    const places = placesOf(site.out);
    // Half of it was done.
    renameSync(`${places.next}/index.html`, `${site.out}/index.html`);
    writeFileSync(places.journal, damage(readFileSync(places.journal, 'utf8')));
    await site.build();
    expect(site.tree()).toEqual(clean);
    expect(beside(site)).toEqual(['_site', 'content', 'precious.txt']);
  });

  test('whose journal became a folder stops no later build', async () => {
    const site = await built();
    const clean = site.tree();
    mkdirSync(join(placesOf(site.out).journal, 'x'), { recursive: true });
    await site.build();
    expect(site.tree()).toEqual(clean);
  });

  test('in the middle of its journal leaves a mark that nobody trusts', async () => {
    const site = await built();
    stage(site, { '/neuf.html': 'neuf' }, []);
    writeFileSync(join(site.out, markName), 'a digest of the tree');
    prepareStaging(placesOf(site.out));
    expect(site.read(`/${markName}`)).toBe(markText);
  });

  test('while drawing leaves the old tree: a theme that fails, for instance', async () => {
    const site = await built();
    const before = stamps(site.out);
    site.write('=== articles/a.md\n---\ntitle: A\ndate: 2026-03-01\n---\n');
    await expect(site.build({ templates: join(site.folder, 'nulle-part') })).rejects.toThrow();
    expect(stamps(site.out)).toEqual(before);
    await site.build();
    expect(site.has('/2026/03/01/a.html')).toBe(true);
  });
});
