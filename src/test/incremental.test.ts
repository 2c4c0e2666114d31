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
  ['believing a file’s bytes only', 2000, 150, 20260305],
  ['believing a file’s stat as soon as it may be', 0, 150, 20261123],
])(
  'an incremental build equals a clean one after every edit, %s',
  async (_, settle, numRuns, seed) => {
    const property = fc.asyncProperty(scripts, async (script) => {
      expect(await stage.play(script, { settle })).toBeNull();
    });
    await fc.assert(property, { numRuns, seed });
  },
  600_000,
);
