// Every chunk is done once, by whoever is free; what fails is told when nothing is under way any more.

import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Order } from './hands.ts';
import { oneSource, chunksOf, share, twoSources } from './share.ts';
import type { Thread } from './threads.ts';

test.each([
  [1, 1],
  [600, 2],
  [601, 9],
  [10_000, 2],
])('%i things for %i hands come in chunks, smaller ones towards the end', (count, hands) => {
  const chunks = [...chunksOf(count, hands)];
  expect(chunks.flatMap(([first, end]) => Array.from({ length: end - first }, (_, i) => first + i))).toEqual(
    Array.from({ length: count }, (_, i) => i),
  );
  const sizes = chunks.map(([first, end]) => end - first);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(100);
  expect(sizes.at(-1)).toBeLessThanOrEqual(10);
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
});

const order = (chunk: number): { order: Order; part: number } => ({
  order: { type: 'read', order: { files: [String(chunk)] } } as unknown as Order,
  part: chunk,
});
const chunkIn = (asked: Order): number =>
  Number((asked as unknown as { readonly order: { readonly files: readonly string[] } }).order.files[0]);

/** A thread that takes some milliseconds for a chunk, and fails with one of them. */
function fakeThread(ms: number, fails = -1): Thread & { most: number; open: number } {
  const thread = {
    open: 0,
    most: 0,
    ask: async (asked: Order) => {
      thread.most = Math.max(thread.most, ++thread.open);
      await wait(ms);
      thread.open--;
      if (chunkIn(asked) === fails) throw new Error('a thread failed');
      return chunkIn(asked) * 10;
    },
    stop: () => Promise.resolve(),
  };
  return thread;
}

test('every chunk is taken once, with its own answer, and no thread has more than two', async () => {
  const threads = [fakeThread(1), fakeThread(7)];
  const taken: number[] = [];
  await share({
    threads,
    chunks: oneSource(Array.from({ length: 60 }, (_, i) => i)[Symbol.iterator]()),
    order,
    own: (asked) => chunkIn(asked) * 10,
    take: (answer, part) => {
      expect(answer).toBe(part * 10);
      taken.push(part);
    },
  });
  expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, i) => i));
  for (const { most } of threads) expect(most).toBe(2);
});

test('of two sources, threads begin with the one and the first thread with the other', async () => {
  const own: number[] = [];
  await share({
    threads: [fakeThread(1)],
    chunks: twoSources([1, 2, 3, 4, 5, 6][Symbol.iterator](), [-1, -2, -3][Symbol.iterator]()),
    order,
    own: (asked) => own.push(chunkIn(asked)),
    take: () => {},
  });
  expect(own.slice(0, 3)).toEqual([-1, -2, -3]);
});

test('what fails is told when nothing is under way any more', async () => {
  const slow = fakeThread(30);
  const sharing = share({
    threads: [fakeThread(1, 2), slow],
    chunks: oneSource([0, 1, 2, 3, 4, 5, 6, 7][Symbol.iterator]()),
    order,
    own: async (asked) => (await wait(5), chunkIn(asked)),
    take: () => {},
  });
  await expect(sharing).rejects.toThrow('a thread failed');
  expect(slow.open).toBe(0);
});
