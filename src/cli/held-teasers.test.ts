// Each teaser is sent once, hands always hold those that an order names, and never many more than they may.

import { expect, test } from 'vitest';
import type { Teaser } from '../view/types.ts';
import { HeldTeasers, takeTeasers } from './held-teasers.ts';

const teaserOf = (rank: number): Teaser => ({ title: String(rank) }) as Teaser;

test('hands hold what an order names, and forget when they hold many', () => {
  const sender = new HeldTeasers(20);
  const held = new Map<number, Teaser>();
  let sent = 0;
  let forgotten = 0;
  for (let first = 0; first < 100; first++) {
    // Articles of one time lead on to the same others.
    const named = Array.from({ length: 5 }, (_, i) => first + i);
    const order = sender.send(named.map((rank) => [rank, teaserOf(rank)] as const));
    takeTeasers(held, order);
    for (const rank of named) expect(held.get(rank)).toEqual(teaserOf(rank));
    expect(held.size).toBeLessThanOrEqual(20 + 5);
    sent += order.teasers.length;
    if (order.forgets) forgotten++;
  }
  expect(forgotten).toBe(5);
  // 104 different ones, and after each forgetting the four that the order before had named as well.
  expect(sent).toBe(104 + 5 * 4);
});

test('a teaser that two articles of an order name is sent once', () => {
  const sender = new HeldTeasers();
  const named = [1, 2, 1].map((rank) => [rank, teaserOf(rank)] as const);
  expect(sender.send(named)).toEqual({ teasers: [named[0], named[1]], forgets: false });
  expect(sender.send(named)).toEqual({ teasers: [], forgets: false });
});
