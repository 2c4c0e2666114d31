// One worker thread: a pair of hands that answers messages, one after the other.

import { parentPort, workerData } from 'node:worker_threads';
import { type Failure, failureOf } from './failure.ts';
import { createHands, type HandsSetup, obey, type Order } from './hands.ts';

/** What it answers, in the order of the questions. */
export type Answer = { readonly value: unknown } | { readonly error: Failure };

const hands = createHands(workerData as HandsSetup);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(async () => {
    let answer: Answer;
    try {
      answer = { value: await obey(hands, order) };
    } catch (error) {
      answer = { error: failureOf(error) };
    }
    parentPort?.postMessage(answer);
  });
});
