// The first thread's side of the others (thread.ts): starts them, asks, and hears their answers.
// Invariant: whoever asked is answered, also when the thread ends before its work is done.

import { flushCompileCache } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeUrl } from '../base/project-folder.ts';
import { errorOf } from './failure.ts';
import type { HandsSetup, Order } from './hands.ts';
import { packOrder } from './sent-order.ts';
import type { Answer } from './thread.ts';

/** Fewer files than this are read and drawn without threads. */
export const smallSite = 600;

/** Room (MB) for what a thread makes and soon forgets; with the default, collecting it takes a seventh of the time. */
const youngGeneration = 32;

/** A thread that has been started. */
export interface Thread {
  /** Sends an order; answers come in the order of the questions. */
  readonly ask: (order: Order) => Promise<unknown>;
  readonly stop: () => Promise<unknown>;
}

/** A thread that loads its code, and waits to be told whose hands it is. */
interface Waiting {
  readonly begin: (setup: HandsSetup) => Thread;
}

let ahead: readonly Waiting[] = [];

/** Starts threads before it is known what they work with: the next `startThreads` takes them. Nobody has to wait for their end. */
export function startAhead(): void {
  ahead = startAll();
}

/** As many as there are cores besides the first thread's, at most eight. */
export function startThreads(setup: HandsSetup): Thread[] {
  const waiting = ahead.length > 0 ? ahead : startAll();
  ahead = [];
  return waiting.map(({ begin }) => begin(setup));
}

function startAll(): Waiting[] {
  // What the first thread has compiled, the others need not compile again.
  flushCompileCache();
  const count = Math.max(1, Math.min(8, availableParallelism() - 1));
  return Array.from({ length: count }, startThread);
}

function startThread(): Waiting {
  const worker = new Worker(codeUrl('src/cli/thread.ts'), {
    resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
  });
  worker.unref();
  const waiting: { resolve: (value: unknown) => void; reject: (error: Error) => void }[] = [];
  worker.on('message', (answer: Answer) => {
    const asked = waiting.shift();
    if ('error' in answer) asked?.reject(errorOf(answer.error));
    else asked?.resolve(answer.value);
  });
  // A thread that ended, for want of memory or file handles, answers nobody any more.
  let end: Error | null = null;
  const endWith = (error: Error): void => {
    end ??= error;
    for (const asked of waiting.splice(0)) asked.reject(end);
  };
  worker.on('error', endWith);
  worker.on('messageerror', endWith);
  worker.on('exit', () => endWith(new Error('A thread of the build ended before its work was done.')));
  const ask = (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (end) {
        reject(end);
        return;
      }
      waiting.push({ resolve, reject });
      worker.postMessage(packOrder(order));
    });
  return {
    begin: (setup) => {
      worker.ref();
      worker.postMessage(setup);
      return { ask, stop: () => worker.terminate() };
    },
  };
}
