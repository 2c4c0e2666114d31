// Where a site may be put: links, mount points, and what lies there already.

import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite } from '../test/site.ts';
import { settleOut } from './out-folder.ts';

afterAll(removeSites);

describe('an output folder that is a link', () => {
  test('to an empty folder is built into: the link stays, and the staging lies beside the folder', async () => {
    const site = testSite(healthy);
    mkdirSync(join(site.folder, 'www'));
    symlinkSync('www', site.out);
    await site.build();
    expect(lstatSync(site.out).isSymbolicLink()).toBe(true);
    expect(existsSync(join(site.folder, 'www/index.html'))).toBe(true);
    expect(settleOut(site.out, null)).toMatchObject({ lock: join(site.folder, '.www.lock') });
    expect(await site.build()).toMatchObject({ written: 0 });
    expect(readdirSync(site.folder).toSorted()).toEqual(['_site', 'content', 'www']);
  });

  test('to a folder of somebody else is refused, and nothing there is touched', async () => {
    const site = testSite(healthy);
    mkdirSync(join(site.folder, 'www'));
    writeFileSync(join(site.folder, 'www/these.doc'), 'dix ans');
    symlinkSync('www', site.out);
    expect(await site.tryBuild()).toMatchObject({ reason: 'not-ours' });
    expect(readdirSync(join(site.folder, 'www'))).toEqual(['these.doc']);
  });

  test.each([
    ['to nothing', 'nulle-part'],
    ['to itself', '_site'],
  ])('%s is refused', async (_, target) => {
    const site = testSite(healthy);
    symlinkSync(target, site.out);
    expect(await site.tryBuild()).toMatchObject({ reason: 'not-ours', message: expect.stringContaining('is a link') });
    expect(lstatSync(site.out).isSymbolicLink()).toBe(true);
  });

  test('to a file is refused', async () => {
    const site = testSite(healthy);
    writeFileSync(join(site.folder, 'fichier'), 'x');
    symlinkSync('fichier', site.out);
    expect(await site.tryBuild()).toMatchObject({ reason: 'not-ours' });
  });
});

test('a file system of its own cannot be renamed into, and is refused with the way out', () => {
  expect(settleOut('/proc/sys', null)).toMatchObject({ refused: expect.any(String) });
  if (existsSync('/dev/shm') && readdirSync('/dev/shm').length === 0) {
    expect(settleOut('/dev/shm', null)).toEqual({ refused: expect.stringContaining('/dev/shm/site') });
  }
});
