// One build at a time into one folder.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite } from '../test/site.ts';
import { takeLock } from './lock.ts';
import { placesOf } from './staging.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-lock-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeSites();
});

let count = 0;
const lockPath = (): string => join(folder, `${count++}.lock`);

/** The number of a process that is gone. */
async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid as number;
}

describe('a lock', () => {
  test('is held by one, who is named to the other, and free when given back', async () => {
    const path = lockPath();
    const mine = await takeLock(path, 0);
    expect(await takeLock(path, 0)).toEqual({ heldBy: { pid: process.pid, host: hostname() } });
    if ('release' in mine) mine.release();
    expect(existsSync(path)).toBe(false);
    expect(await takeLock(path, 0)).toHaveProperty('release');
  });

  test('is waited for', async () => {
    const path = lockPath();
    const mine = await takeLock(path, 0);
    const other = takeLock(path, 60_000);
    if ('release' in mine) mine.release();
    expect(await other).toHaveProperty('release');
  });

  test('of a process that is gone is free', async () => {
    const path = lockPath();
    writeFileSync(path, JSON.stringify({ pid: await deadProcess(), host: hostname() }));
    expect(await takeLock(path, 0)).toHaveProperty('release');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
  });

  test('of another machine is never taken for free', async () => {
    const path = lockPath();
    writeFileSync(path, JSON.stringify({ pid: await deadProcess(), host: 'ailleurs.example' }));
    expect(await takeLock(path, 0)).toMatchObject({ heldBy: { host: 'ailleurs.example' } });
  });
});

describe('a build', () => {
  test('that finds the folder locked reads and writes nothing', async () => {
    const site = testSite(healthy);
    await site.build();
    const before = site.tree();
    site.remove('articles/2026/03/02/tour.md');
    writeFileSync(placesOf(site.out).lock, JSON.stringify({ pid: process.pid, host: hostname() }));
    expect(await site.tryBuild()).toMatchObject({
      reason: 'locked',
      message: expect.stringContaining(String(process.pid)),
    });
    expect(site.tree()).toEqual(before);
  });

  test('that fails gives the lock back', async () => {
    const site = testSite(healthy);
    await expect(site.build({ templates: join(folder, 'nulle-part') })).rejects.toThrow();
    expect(existsSync(placesOf(site.out).lock)).toBe(false);
  });
});
