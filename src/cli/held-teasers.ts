// Which teasers a pair of hands holds: articles of one time lead on to the same few others, so that each teaser is sent
// once, and drawn and digested once on each thread. Hands that hold many forget them all, so that memory stays flat.

import type { Teaser } from '../view/types.ts';
import type { DrawOrder } from './hands.ts';

/** A teaser by its rank. */
type Ranked = DrawOrder['teasers'][number];

/** Teasers that hands hold at most, unless one order names more. */
const mostTeasers = 4000;

/** What one pair of hands holds, from the beginning of a site on. */
export class HeldTeasers {
  readonly #most: number;
  readonly #ranks = new Set<number>();

  constructor(most = mostTeasers) {
    this.#most = most;
  }

  /** What has to go with an order whose articles name these teasers. */
  send(named: Iterable<Ranked>): Pick<DrawOrder, 'teasers' | 'forgets'> {
    const forgets = this.#ranks.size > this.#most;
    if (forgets) this.#ranks.clear();
    const teasers: Ranked[] = [];
    for (const ranked of named) {
      const [rank] = ranked;
      if (this.#ranks.has(rank)) continue;
      this.#ranks.add(rank);
      teasers.push(ranked);
    }
    return { teasers, forgets };
  }
}

/** Takes what came with an order; `held` belongs to the hands. */
export function takeTeasers(
  held: Map<number, Teaser>,
  { teasers, forgets }: Pick<DrawOrder, 'teasers' | 'forgets'>,
): void {
  if (forgets) held.clear();
  for (const [rank, teaser] of teasers) held.set(rank, teaser);
}
