// A team of hands: as many threads as there are cores, or none for a small site, where starting them costs more.
// Work is handed out in chunks, two at a time to each thread, so that memory stays flat and no thread waits.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Job } from '../build/job.ts';
import type { Sheet } from '../build/plan.ts';
import { type Progress, silent } from '../build/progress.ts';
import type { ReadingRules } from '../build/read-content.ts';
import type { ArticleResult } from '../content/article.ts';
import { errorOf } from './failure.ts';
import { createHands, type Hands, type HandsSetup } from './hands.ts';
import type { Answer, Order } from './thread.ts';

/** Fewer files than this are read and drawn without threads. */
const smallSite = 600;

/** Files read, and weight of pages drawn, per order. */
const readChunk = 1000;
const drawChunk = 500;

/** Room (MB) for what a thread makes and soon forgets; with the default, collecting it takes a seventh of the time. */
const youngGeneration = 160;

/** A page of a hundred teasers costs about as much as four articles. */
const weights: Partial<Record<Sheet['kind'], number>> = { archive: 4, list: 2, text: 1, front: 2 };

export interface Team {
  readonly read: (files: readonly string[], rules: ReadingRules) => Promise<ArticleResult[]>;
  /** Draws all sheets; answers how many. */
  readonly draw: (sheets: Iterable<Sheet>, places: { readonly out: string; readonly empty: string }) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Makes a team. Threads start when the first large piece of work comes. */
export function createTeam(setup: HandsSetup, progress: Progress = silent): Team {
  let threads: Thread[] = [];
  const hands = createHands(setup);
  const start = (): Thread[] => {
    if (threads.length === 0) {
      const count = Math.max(1, Math.min(8, availableParallelism()));
      threads = Array.from({ length: count }, () => startThread(setup));
    }
    return threads;
  };
  return {
    read: async (files, rules) => {
      if (files.length < smallSite) return hands.read(files, rules);
      const chunks = chunked(files, readChunk);
      let read = 0;
      const answers = await share(start(), chunks, (part) => {
        progress.phase('reading', read, files.length);
        read += part.length;
        return { type: 'read', files: part, rules };
      });
      return (answers as ArticleResult[][]).flat();
    },
    draw: async (sheets, places) => {
      if (threads.length === 0) return drawHere({ hands, sheets, places, progress });
      let drawn = 0;
      const draw = await hands.drawer();
      // Lists are many teasers and little work: to send their markup costs less than to send their views.
      const jobOf = (sheet: Sheet): Job => {
        const job = sheet.make();
        return job.kind === 'article' ? job : { path: job.path, kind: 'text', text: draw(job) };
      };
      await share(threads, weighed(sheets), (part) => {
        progress.phase('drawing', drawn, null);
        drawn += part.length;
        return { type: 'draw', jobs: part.map(jobOf), places };
      });
      return drawn;
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.stop()));
    },
  };
}

async function drawHere(work: {
  readonly hands: Hands;
  readonly sheets: Iterable<Sheet>;
  readonly places: { readonly out: string; readonly empty: string };
  readonly progress: Progress;
}): Promise<number> {
  const { hands, sheets, places, progress } = work;
  let drawn = 0;
  for (const part of weighed(sheets)) {
    progress.phase('drawing', drawn, null);
    const jobs: Job[] = part.map((sheet) => sheet.make());
    drawn += jobs.length;
    await hands.draw(jobs, places);
  }
  return drawn;
}

function chunked<T>(items: readonly T[], size: number): T[][] {
  const chunks: T[][] = [];
  for (let start = 0; start < items.length; start += size) chunks.push(items.slice(start, start + size));
  return chunks;
}

function* weighed(sheets: Iterable<Sheet>): Generator<Sheet[]> {
  let chunk: Sheet[] = [];
  let weight = 0;
  for (const sheet of sheets) {
    chunk.push(sheet);
    weight += weights[sheet.kind] ?? 1;
    if (weight < drawChunk) continue;
    yield chunk;
    chunk = [];
    weight = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/** Hands chunks out, at most two to a thread at once; answers in the order of the chunks. */
async function share<T>(
  threads: readonly Thread[],
  chunks: Iterable<T>,
  order: (chunk: T) => Order,
): Promise<unknown[]> {
  const answers: unknown[] = [];
  const source = chunks[Symbol.iterator]();
  let count = 0;
  const lane = async (thread: Thread): Promise<void> => {
    for (;;) {
      const next = source.next();
      if (next.done) return;
      const place = count++;
      answers[place] = await thread.ask(order(next.value));
    }
  };
  await Promise.all([...threads, ...threads].map(lane));
  return answers;
}

interface Thread {
  readonly ask: (order: Order) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

function startThread(setup: HandsSetup): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: setup,
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  const waiting: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('error' in answer) asked?.reject(errorOf(answer.error));
    else asked?.resolve(answer.value);
  });
  worker.on('error', (error: Error) => {
    for (const asked of waiting.splice(0)) asked.reject(error);
  });
  return {
    ask: (order) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        worker.postMessage(order);
      }),
    stop: () => worker.terminate(),
  };
}
