// À lire aussi: four articles for each article, chosen looking backwards in time.
// Picked by hand first; then by shared topics, securities and section, the nearer in time the better.
// Invariant: an article is never related to itself, to a newer one (unless picked), or twice; and of each shared
// list only the 64 next older articles are looked at, so that the cost and the reach of a new article are bounded.

import type { Entry, Library, List } from './types.ts';

/** How many a page shows. */
export const relatedCount = 4;

/** How many older articles of one shared list are candidates. */
const reach = 64;

/** What a shared list says of two articles. Constant, so that a new article never changes the choice of an old one. */
const weights: Partial<Record<List['kind'], number>> = { topic: 3, security: 4, section: 1 };

/** Loses half of a point's worth every 30 days: nearness decides between equals, and does not outweigh a topic. */
const nearness = (days: number): number => 1 / (1 + days / 30);

/** Chooses for all entries; answers what tells the articles that are related to one. */
export function chooseRelated(library: Library): (entry: Entry) => readonly Entry[] {
  const shelves = shelvesOf(library);
  const desk: Desk = {
    library,
    shelves,
    dates: Float64Array.from(library.entries, ({ card }) => card.date.at),
    weights: new Uint16Array(library.entries.length),
    touched: [],
  };
  // Among a million articles, lists of their own would take two hundred megabytes.
  const chosen = new Int32Array(library.entries.length * relatedCount).fill(-1);
  for (const entry of library.entries) chosen.set(choose(entry, desk), entry.rank * relatedCount);
  return ({ rank }) => {
    const related: Entry[] = [];
    for (let i = rank * relatedCount; i < (rank + 1) * relatedCount; i++) {
      const other = library.entries[chosen[i] as number];
      if (other) related.push(other);
    }
    return related;
  };
}

/** A list as ranks. Entries are taken newest first, so where the next one stands is known without a search. */
interface RankedList {
  readonly ranks: Int32Array;
  readonly weight: number;
  next: number;
}

function shelvesOf(library: Library): ReadonlyMap<List, RankedList> {
  const lists = [...library.sections, ...library.topics, ...library.securities];
  return new Map(
    lists.map((list) => {
      const ranks = Int32Array.from(list.entries, ({ rank }) => rank);
      return [list, { ranks, weight: weights[list.kind] ?? 0, next: 0 }];
    }),
  );
}

interface Desk {
  readonly library: Library;
  readonly shelves: ReadonlyMap<List, RankedList>;
  /** Instant (ms) by rank. */
  readonly dates: Float64Array;
  /** Scratch space by rank, all zero before and after. */
  readonly weights: Uint16Array;
  /** Scratch space: the ranks that are not zero. */
  readonly touched: number[];
}

/** Ranks of what is related to an entry. */
function choose(entry: Entry, desk: Desk): readonly number[] {
  const { library, shelves } = desk;
  const chosen = (library.picked[entry.rank] ?? []).slice(0, relatedCount).map(({ rank }) => rank);
  desk.touched.length = 0;
  for (const list of entry.topics) weigh(shelves.get(list), desk);
  for (const list of entry.securities) weigh(shelves.get(list), desk);
  weigh(shelves.get(entry.section), desk);
  return [...chosen, ...best(entry.rank, new Set(chosen), desk)];
}

/** Gives the next older articles of a list their weight, and moves on in it. */
function weigh(list: RankedList | undefined, { weights: given, touched }: Desk): void {
  if (!list) return;
  const { ranks, weight } = list;
  const start = ++list.next;
  const end = Math.min(start + reach, ranks.length);
  for (let i = start; i < end; i++) {
    const rank = ranks[i] as number;
    if (given[rank] === 0) touched.push(rank);
    given[rank] = (given[rank] as number) + weight;
  }
}

/** Ranks of the best that are not taken, in order; of equals the newer (the smaller rank) comes first. Clears the weights. */
function best(rank: number, taken: ReadonlySet<number>, { dates, weights: given, touched }: Desk): number[] {
  const most = relatedCount - taken.size;
  const ranks: number[] = [];
  const scores: number[] = [];
  for (const other of touched) {
    const weight = given[other] as number;
    given[other] = 0;
    const last = scores.length === most ? (scores[most - 1] ?? Infinity) : -Infinity;
    // Nearness is at most one point.
    if (weight + 1 < last || taken.has(other)) continue;
    const days = ((dates[rank] as number) - (dates[other] as number)) / 86_400_000;
    const score = weight + nearness(days);
    if (score < last || (score === last && other > (ranks[most - 1] as number))) continue;
    let place = scores.length === most ? most - 1 : scores.length;
    for (; place > 0; place--) {
      const above = scores[place - 1] as number;
      if (above > score || (above === score && (ranks[place - 1] as number) < other)) break;
      scores[place] = above;
      ranks[place] = ranks[place - 1] as number;
    }
    scores[place] = score;
    ranks[place] = other;
  }
  return ranks;
}
