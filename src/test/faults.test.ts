// Faults, for real: builds are killed, starved and disturbed, and the next one heals what they left. Here a few of
// each; `npm run faults` tries all of them over 3,000 pages.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { damage, damages, editMeanwhile } from './fault-edits.ts';
import { endBuild, planKills, survive } from './fault-kills.ts';
import { canMount, closePipe, fillDisk, forbid, limitFiles, lockCache, starveHandles } from './fault-limits.ts';
import { type Ground, makeGround } from './faults.ts';

/** Enough that threads are started, and few, for faults that do not ask how many pages there are. */
const [many, few] = [640, 60];
const kills = 8;

let large: Ground;
let ground: Ground;
let releases: Ground;
let mounts = false;
let count = 0;
const name = (): string => `trial-${count++}`;

beforeAll(async () => {
  large = await makeGround(many);
  ground = await makeGround(few);
  releases = await makeGround(few, ['--releases']);
  mounts = canMount(ground.folder);
}, 300_000);
afterAll(() => {
  large?.remove();
  ground?.remove();
  releases?.remove();
});

describe('a build that is killed', { timeout: 300_000 }, () => {
  test('at any moment leaves whole files, and is healed by the next', async () => {
    for (const kill of planKills(kills, large, 7)) {
      const left = await survive(large, kill, name());
      expect(left.tree, JSON.stringify(kill)).toMatch(left.journal ? /old|new|between/ : /old|new|none/);
    }
  });

  test('with releases leaves a live tree that is all old or all new', async () => {
    for (const kill of planKills(3, releases, 11)) {
      expect((await survive(releases, kill, name())).tree).toMatch(/old|new|none/);
    }
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('by %s says so, and leaves no staging and no lock', async (signal) => {
    await endBuild(ground, signal, name());
  });
});

describe('a build that gets too little', { timeout: 300_000 }, () => {
  test.each([0, 0.3])('room on its disk (%d of what it needs) changes nothing, and says so', async (share) => {
    if (mounts) expect(await fillDisk(ground, share, name())).toMatch(/failed|built/);
    else await limitFiles(ground, 1, name());
  });

  test('large files changes nothing, and says so', async () => {
    await limitFiles(ground, 4, name());
  });

  test.each(['inside', 'beside'] as const)('permission %s the site changes nothing, and says so', async (where) => {
    await forbid(ground, where, name());
  });

  test.each(['full', 'empty'] as const)(
    'permission in a cache that is %s makes the site all the same',
    async (cache) => {
      await lockCache(ground, cache, name());
    },
  );

  test('file handles changes nothing', async () => {
    await starveHandles(large, 26, name());
  });

  test('of a reader at the other end of the pipe is done all the same', async () => {
    await closePipe(ground, name());
  });
});

test(
  'content that is edited while it is built leaves whole pages, and nothing stale',
  { timeout: 300_000 },
  async () => {
    await editMeanwhile(ground, 3, name());
  },
);

describe('the next build heals', { timeout: 300_000 }, () => {
  test.each(damages)('$name', async (kind) => {
    await damage(ground, kind, name());
  });
});
