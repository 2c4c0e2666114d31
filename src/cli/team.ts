// A team of hands: as many threads as there are cores, or none for a small site, where starting them costs more.
// What each of them is asked is told here; how it is shared out, in share.ts.

import { allEnded } from '../base/all-ended.ts';
import type { Where } from '../build/types.ts';
import type { MadePage, Work, Works } from '../build/changed.ts';
import { type Progress, silent } from '../build/progress.ts';
import type { Job } from '../build/job.ts';
import type { Brief } from '../build/brief.ts';
import type { ReadArticles, ReadBatch, ReadOrder } from '../build/read-content.ts';
import { createHands, type DrawOrder, type HandsSetup, obey, type Order } from './hands.ts';
import { setEngine } from './engine.ts';
import { HeldTeasers } from './held-teasers.ts';
import { oneSource, chunksOf, share, twoSources } from './share.ts';
import { smallSite, startThreads, type Thread } from './threads.ts';

/** Up to so many files are read in a hurry, and more than so many with care for memory: see engine.ts. */
const [quickSite, hugeSite] = [20_000, 250_000];

/**
 * Weight of pages drawn per order: so few that at the end no thread waits long for another's last; more where Eleventy
 * draws, because each of its runs takes some milliseconds.
 */
const drawChunk = ({ config }: HandsSetup): number => (config === null ? 80 : 250);

/** A page of a hundred teasers costs about as much as twelve articles. */
const weights: Partial<Record<Work['kind'], number>> = { archive: 12, list: 4, text: 1, front: 4 };

export interface Team {
  readonly read: ReadArticles;
  /** Does all work; answers how many files were drawn. */
  readonly draw: (works: Works, where: Where) => Promise<number>;
  /** Loads what drawing needs on the first thread. */
  readonly prepare: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Who works: this thread's own hands, and those of threads that start when they are first wanted. */
interface Workplace {
  readonly hands: ReturnType<typeof createHands>;
  readonly own: (order: Order) => unknown;
  readonly threads: () => readonly Thread[];
  readonly hasThreads: () => boolean;
  readonly progress: Progress;
  /** Weight of pages drawn per order. */
  readonly drawChunk: number;
  readonly close: () => Promise<void>;
}

/** Makes a team. Threads start when the first large piece of work comes. */
export function createTeam(setup: HandsSetup, progress: Progress = silent): Team {
  let threads: Thread[] = [];
  const hands = createHands(setup);
  const place: Workplace = {
    hands,
    own: (order) => obey(hands, order),
    threads: () => {
      if (threads.length === 0) threads = startThreads(setup);
      return threads;
    },
    hasThreads: () => threads.length > 0,
    progress,
    drawChunk: drawChunk(setup),
    close: async () => {
      await Promise.all(threads.splice(0).map((thread) => thread.stop()));
    },
  };
  return {
    read: (order, take) => readTogether(place, order, take),
    draw: (works, where) => drawTogether(place, works, where),
    prepare: hands.prepare,
    close: place.close,
  };
}

async function readTogether(place: Workplace, order: ReadOrder, take: Parameters<ReadArticles>[1]): Promise<void> {
  const { hands, own, progress } = place;
  const { files, digests, spill, keepsTexts } = order;
  if (files.length === 0) return;
  if (files.length > hugeSite) setEngine('small');
  if (files.length < smallSite) return take(hands.read({ ...order, spill: keepsTexts ? spill : null }), 0);
  if (files.length <= quickSite) setEngine('quick');
  // What draws is loaded while the others read. What fails here fails again when it is wanted, and is told then.
  hands.prepare().catch(() => {});
  let read = 0;
  await share({
    threads: place.threads(),
    chunks: oneSource(chunksOf(files.length, place.threads().length + 1)),
    order: ([first, end]) => {
      const part = { ...order, files: files.slice(first, end), digests: digests.slice(first, end) };
      return { part: first, order: { type: 'read', order: part } };
    },
    own,
    take: (batch, first) => {
      take(batch as ReadBatch, first);
      progress.phase('reading', (read += (batch as ReadBatch).places.length), files.length);
    },
  });
  // While the first thread builds the library.
  for (const thread of place.threads()) thread.ask({ type: 'prepare' }).catch(() => {});
}

async function drawTogether(place: Workplace, works: Works, where: Where): Promise<number> {
  const { hands, own, drawChunk: size } = place;
  const most = place.hasThreads() ? 0 : smallSite;
  const articles = few(works.articles, most);
  const others = few(works.others, articles.isAll ? most - articles.first.length : 0);
  const draw = await hands.drawer();
  let drawn = 0;
  const take = (part: Packed, made: readonly (readonly MadePage[])[]): void => {
    drawn += part.order.pages.length;
    for (const [index, pages] of made.entries()) {
      part.settle[index]?.(pages);
      drawn += pages.filter(({ isDrawn }) => isDrawn).length;
    }
  };
  hands.begin(where);
  const held = new Map<Thread | null, HeldTeasers>();
  const heldBy = (thread: Thread | null): HeldTeasers => {
    const known = held.get(thread) ?? new HeldTeasers();
    held.set(thread, known);
    return known;
  };
  if (articles.isAll && others.isAll) {
    for (const some of weighed([...articles.first, ...others.first], size)) {
      const part = pack(some, draw, heldBy(null));
      take(part, await hands.draw(part.order));
    }
    return drawn;
  }
  // A thread that is still busy begins before it draws; the first thread need not wait for it.
  const begun = place.threads().map((thread) => thread.ask({ type: 'begin', where }));
  await allEnded([
    ...begun,
    share({
      threads: place.threads(),
      // Of articles little has to be sent to a thread; of lists all.
      chunks: twoSources(weighed(articles.all, size), weighed(others.all, size)),
      order: (some, thread) => {
        const part = pack(some, draw, heldBy(thread));
        return { part, order: { type: 'draw', order: part.order } };
      },
      own,
      take: (made, part) => take(part, made as readonly (readonly MadePage[])[]),
    }),
  ]);
  // What follows needs their memory, and not them.
  await place.close();
  return drawn;
}

/** Some work as an order, and whom to tell what became of its briefs. */
interface Packed {
  readonly order: DrawOrder;
  readonly settle: readonly ((made: readonly MadePage[]) => void)[];
}

/** Lists are many teasers and little work: to send their markup costs less than to send their views. */
function pack(work: readonly Work[], draw: (job: Job) => string, held: HeldTeasers): Packed {
  const pages: { path: string; text: string }[] = [];
  const briefs: Brief[] = [];
  const named: DrawOrder['teasers'][number][] = [];
  const settle: Packed['settle'][number][] = [];
  for (const one of work) {
    if (one.kind === 'article') {
      briefs.push(one.brief);
      settle.push(one.settle);
      named.push(...one.teasers);
    } else {
      const job = one.make();
      pages.push({ path: job.path, text: draw(job) });
    }
  }
  return { order: { briefs, ...held.send(named), pages }, settle };
}

/** The first of some work, up to a number; whether that is all of it; and all of it, once more. */
function few(
  work: Iterable<Work>,
  most: number,
): { readonly first: readonly Work[]; readonly isAll: boolean; readonly all: Iterable<Work> } {
  const source = work[Symbol.iterator]();
  const first: Work[] = [];
  while (first.length < most) {
    const next = source.next();
    if (next.done) return { first, isAll: true, all: first };
    first.push(next.value);
  }
  return { first, isAll: false, all: chain(first, source) };
}

function* chain(first: readonly Work[], rest: Iterator<Work>): Generator<Work> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

function* weighed(sheets: Iterable<Work>, most: number): Generator<Work[]> {
  let chunk: Work[] = [];
  let weight = 0;
  for (const sheet of sheets) {
    chunk.push(sheet);
    weight += weights[sheet.kind] ?? 1;
    if (weight < most) continue;
    yield chunk;
    chunk = [];
    weight = 0;
  }
  if (chunk.length > 0) yield chunk;
}
