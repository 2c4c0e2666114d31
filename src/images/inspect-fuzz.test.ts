// Damaged pictures of every format, by a fixed dice: whatever the bytes, there is a picture, or a reason why not.

import { beforeAll, expect, test } from 'vitest';
import { animation, photo, telltale } from '../test/picture-files.ts';
import { encodePicture } from './encode.ts';
import { inspectPicture } from './inspect.ts';

let healthy: readonly Buffer[];

beforeAll(async () => {
  const small = (): ReturnType<typeof photo> => photo(120, 80);
  healthy = await Promise.all([
    telltale(120, 80),
    small().png().toBuffer(),
    small().webp().toBuffer(),
    small().avif({ effort: 0 }).toBuffer(),
    small().tiff().toBuffer(),
    small().toColourspace('cmyk').jpeg().toBuffer(),
    animation('gif'),
    animation('webp'),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'),
  ]);
});

/** Numbers that look thrown, the same each time. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test.each([1, 2, 3, 4])('fifty damaged files, throw %i', async (seed) => {
  const roll = dice(seed);
  const outcomes = new Set<string>();
  for (let i = 0; i < 50; i++) {
    const bytes = Buffer.from(healthy[i % healthy.length] as Buffer);
    for (let hits = 1 + roll(6); hits > 0; hits--) bytes[roll(roll(2) ? bytes.length : 200) % bytes.length] = roll(256);
    const rest = roll(4) === 0 ? bytes.subarray(0, roll(bytes.length)) : bytes;
    const looked = await inspectPicture(rest, 'image.jpg');
    if ('fault' in looked) outcomes.add(looked.fault);
    else outcomes.add((await encodePicture(rest, looked)) === null ? 'cut-off' : 'shown');
  }
  expect(outcomes).toContain('shown');
  expect(outcomes).toContain('cut-off');
});
