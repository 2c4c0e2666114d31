// One build at a time into one folder.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { once } from 'node:events';
import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite } from '../test/site.ts';
import { holdsLock, releaseLock, takeLock } from './lock.ts';
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
    expect(await takeLock(path, 0)).toMatchObject({ heldBy: { pid: process.pid, host: hostname() } });
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

  test('of a number that the system gave to another process is free', async () => {
    const path = lockPath();
    writeFileSync(path, JSON.stringify({ pid: process.ppid, host: hostname(), began: 'an earlier boot 17' }));
    expect(await takeLock(path, 0)).toHaveProperty('release');
  });

  test.each([
    ['empty', ''],
    ['cut off', '{"pid":12'],
    ['no holder', '{}'],
    ['no text', '\0\0\0'],
  ])('that is %s is respected for a moment, and free when it is old', async (_, text) => {
    const path = lockPath();
    writeFileSync(path, text);
    expect(await takeLock(path, 0)).toEqual({ heldBy: null });
    const old = Date.now() / 1000 - 60;
    utimesSync(path, old, old);
    expect(await takeLock(path, 0)).toHaveProperty('release');
    expect(holdsLock(path)).toBe(true);
  });

  test('of somebody else is not given back by this process', async () => {
    const path = lockPath();
    const text = JSON.stringify({ pid: process.ppid, host: hostname(), began: null });
    writeFileSync(path, text);
    releaseLock(path);
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('that is lost to another one is no longer held', async () => {
    const path = lockPath();
    const mine = await takeLock(path, 0);
    expect('isHeld' in mine && mine.isHeld()).toBe(true);
    writeFileSync(path, JSON.stringify({ pid: 1, host: hostname(), began: null }));
    expect('isHeld' in mine && mine.isHeld()).toBe(false);
  });

  test('leaves nothing but itself', async () => {
    const path = lockPath();
    await takeLock(path, 0);
    await takeLock(path, 0);
    expect(readdirSync(folder).filter((name) => name.startsWith(basename(path)))).toEqual([basename(path)]);
  });

  test('that is dead is taken by one of many that want it at once', async () => {
    const path = lockPath();
    writeFileSync(path, JSON.stringify({ pid: await deadProcess(), host: hostname(), began: null }));
    const script = `import { takeLock } from ${JSON.stringify(new URL('./lock.ts', import.meta.url).href)};
      const lock = await takeLock(${JSON.stringify(path)}, 0);
      process.stdout.write('release' in lock ? 'mine' : 'not');
      setTimeout(() => {}, 1500);`;
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    );
    const said = await Promise.all(children.map(async (child) => String((await once(child.stdout, 'data'))[0])));
    for (const child of children) child.kill('SIGKILL');
    expect(said.filter((word) => word === 'mine')).toHaveLength(1);
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
