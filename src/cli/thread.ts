// One worker thread: a pair of hands that answers messages, one after the other.

import { parentPort, workerData } from 'node:worker_threads';
import type { Where } from '../build/build.ts';
import type { Job } from '../build/job.ts';
import type { Parcel } from '../build/parcel.ts';
import type { ReadOrder } from '../build/read-content.ts';
import { type Failure, failureOf } from './failure.ts';
import { createHands, type HandsSetup } from './hands.ts';

/** What a thread is asked. */
export type Order =
  | { readonly type: 'read'; readonly order: ReadOrder }
  | {
      readonly type: 'draw';
      readonly jobs: readonly (Job | Parcel)[];
      readonly where: Where;
    };

/** What it answers, in the order of the questions. */
export type Answer = { readonly value: unknown } | { readonly error: Failure };

const hands = createHands(workerData as HandsSetup);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(async () => {
    let answer: Answer;
    try {
      answer = {
        value: order.type === 'read' ? hands.read(order.order) : await hands.draw(order.jobs, order.where),
      };
    } catch (error) {
      answer = { error: failureOf(error) };
    }
    parentPort?.postMessage(answer);
  });
});
