// What a build that broke off leaves behind, and how the next one goes on from there.

import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite, type TestSite } from '../test/site.ts';
import { abandon, placesOf, prepareStaging } from './staging.ts';
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
    if (deletions) writeFileSync(places.journal, JSON.stringify({ moves: Object.keys(files), deletions }));
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
    writeFileSync(places.lock, '{}');
    abandon(places);
    expect(beside(site)).toEqual(['_site', 'content']);
    stage(site, { '/index.html': 'neuf' }, []);
    abandon(places);
    expect(existsSync(places.journal)).toBe(true);
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
