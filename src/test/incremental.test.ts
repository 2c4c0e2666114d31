// The property of the engine: after any edit the incremental output equals a clean build's, byte for byte.
// `npm run test:edits -- 5000` plays more scripts, from another seed each time.

import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scripts } from './edits.ts';
import { openStage, type Stage } from './play.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

test('a build in the middle of which something is saved equals a clean one of before or of after', async () => {
  const property = fc.asyncProperty(scripts, async (script) => {
    expect(await stage.playMeanwhile(script)).toBeNull();
  });
  await fc.assert(property, { numRuns: 25, seed: 20261125 });
}, 600_000);

test.each([
  ['believing a file’s bytes only', { settle: 2000 }, 20260305, 20],
  // It makes every view, to see whether marks tell the truth, so that no build is short.
  ['believing a file’s stat as soon as it may be', { settle: 0 }, 20261123, 0],
  ['each in a process of its own', { settle: 0, alone: true }, 20261127, 10],
])(
  'an incremental build equals a clean one after every edit, %s',
  async (_, how, seed, shortWays) => {
    const before = stage.shortWays();
    const property = fc.asyncProperty(scripts, async (script) => {
      expect(await stage.play(script, how)).toBeNull();
    });
    await fc.assert(property, { numRuns: 100, seed });
    expect(stage.shortWays() - before).toBeGreaterThanOrEqual(shortWays);
  },
  600_000,
);
