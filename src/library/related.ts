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

/** Chooses for all entries; answers by rank. */
export function chooseRelated(library: Library): readonly (readonly Entry[])[] {
  const places = placesOf(library);
  const scores = new Float64Array(library.entries.length);
  return library.entries.map((entry) => choose({ library, entry, places, scores }));
}

/** For each list, where each of its entries stands in it. */
type Places = ReadonlyMap<List, ReadonlyMap<Entry, number>>;

function placesOf(library: Library): Places {
  const lists = [...library.sections, ...library.topics, ...library.securities];
  return new Map(lists.map((list) => [list, new Map(list.entries.map((entry, place) => [entry, place]))]));
}

interface Choice {
  readonly library: Library;
  readonly entry: Entry;
  readonly places: Places;
  /** Scratch space, all zero before and after. */
  readonly scores: Float64Array;
}

function choose({ library, entry, places, scores }: Choice): readonly Entry[] {
  const chosen = (library.picked[entry.rank] ?? []).slice(0, relatedCount);
  if (chosen.length === relatedCount) return chosen;

  const touched: number[] = [];
  for (const list of [...entry.topics, ...entry.securities, entry.section]) {
    const place = places.get(list)?.get(entry);
    if (place === undefined) continue;
    const weight = weights[list.kind] ?? 0;
    const end = Math.min(place + 1 + reach, list.entries.length);
    for (let i = place + 1; i < end; i++) {
      const rank = (list.entries[i] as Entry).rank;
      if (scores[rank] === 0) touched.push(rank);
      scores[rank] = (scores[rank] as number) + weight;
    }
  }
  const best: { rank: number; score: number }[] = [];
  for (const rank of touched) {
    const other = library.entries[rank] as Entry;
    const days = (entry.card.date.at - other.card.date.at) / 86_400_000;
    const score = (scores[rank] as number) + nearness(days);
    scores[rank] = 0;
    if (!chosen.includes(other)) insert(best, { rank, score }, relatedCount);
  }
  for (const { rank } of best.slice(0, relatedCount - chosen.length)) chosen.push(library.entries[rank] as Entry);
  return chosen;
}

/** Keeps the `most` best in order; of equals the newer (the smaller rank) comes first. */
function insert(best: { rank: number; score: number }[], item: { rank: number; score: number }, most: number): void {
  const before = (a: typeof item, b: typeof item): boolean =>
    a.score > b.score || (a.score === b.score && a.rank < b.rank);
  if (best.length === most && !before(item, best[most - 1] as typeof item)) return;
  let place = best.length;
  while (place > 0 && before(item, best[place - 1] as typeof item)) place--;
  best.splice(place, 0, item);
  if (best.length > most) best.pop();
}
