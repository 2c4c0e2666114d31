// How work is shared out: in chunks, two at a time to each thread, so that memory stays flat and no thread waits.
// It knows nothing of what is done; the answers of threads come in any order.

import { setImmediate as turn } from 'node:timers/promises';
import type { Order } from './hands.ts';
import type { Thread } from './threads.ts';

/**
 * So many things in chunks, each from a place up to another: of few things fewer at a time, and fewer towards the end, or
 * all would wait long for somebody's last. `hands`: how many work.
 */
export function* chunksOf(count: number, hands: number): Generator<readonly [first: number, end: number]> {
  const most = Math.min(100, Math.ceil(count / 20));
  const least = Math.min(10, most);
  for (let first = 0; first < count;) {
    const fair = Math.ceil((count - first) / (4 * hands));
    const end = Math.min(count, first + Math.max(least, Math.min(most, fair)));
    yield [first, end];
    first = end;
  }
}

/** Where the next chunk comes from; null: there is none left. */
export interface Source<T> {
  readonly forThread: () => T | null;
  readonly forOwn: () => T | null;
}

/** Chunks from one place, whoever asks. */
export function oneSource<T>(chunks: Iterator<T>): Source<T> {
  const take = (): T | null => {
    const next = chunks.next();
    return next.done ? null : next.value;
  };
  return { forThread: take, forOwn: take };
}

/** Threads begin with the one, and the first thread with the other. */
export function twoSources<T>(forThreads: Iterator<T>, forOwn: Iterator<T>): Source<T> {
  const [one, other] = [oneSource(forThreads).forOwn, oneSource(forOwn).forOwn];
  return { forThread: () => one() ?? other(), forOwn: () => other() ?? one() };
}

/**
 * Hands chunks out, at most two to a thread at once; answers are taken as they come. While all threads have enough, the
 * first thread takes a chunk itself.
 */
export async function share<T, Part>(work: {
  readonly threads: readonly Thread[];
  readonly chunks: Source<T>;
  /** The order of a chunk for a thread (null: the first), and what its answer belongs to. */
  readonly order: (chunk: T, thread: Thread | null) => { readonly order: Order; readonly part: Part };
  /** What the first thread does itself. */
  readonly own: (order: Order) => unknown;
  readonly take: (answer: unknown, part: Part) => void;
}): Promise<void> {
  const { threads, chunks, order, own, take } = work;
  const free = [...threads, ...threads];
  const given = new Set<Promise<void>>();
  const give = (thread: Thread, chunk: T): void => {
    const asked = order(chunk, thread);
    const answered = thread.ask(asked.order).then((answer) => {
      take(answer, asked.part);
      free.push(thread);
      given.delete(answered);
    });
    given.add(answered);
    answered.catch(() => {});
  };
  try {
    for (;;) {
      const thread = free.shift();
      const chunk = thread ? chunks.forThread() : chunks.forOwn();
      if (chunk === null) break;
      if (thread) {
        give(thread, chunk);
        continue;
      }
      const asked = order(chunk, null);
      take(await own(asked.order), asked.part);
      // Answers that have come meanwhile.
      await turn();
    }
    await Promise.all(given);
  } finally {
    // After a failure, what threads are still writing must not come into the next attempt.
    await Promise.allSettled(given);
  }
}
