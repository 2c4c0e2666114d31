// One worker thread: a pair of hands that answers messages, one after the other.

import { parentPort, workerData } from 'node:worker_threads';
import type { Where } from '../build/build.ts';
import type { ReadOrder } from '../build/read-content.ts';
import { type Failure, failureOf } from './failure.ts';
import { createHands, type DrawOrder, type HandsSetup } from './hands.ts';

/** What a thread is asked. */
export type Order =
  | { readonly type: 'read'; readonly order: ReadOrder }
  | { readonly type: 'begin'; readonly where: Where }
  | { readonly type: 'draw'; readonly order: DrawOrder };

/** What it answers, in the order of the questions. */
export type Answer = { readonly value: unknown } | { readonly error: Failure };

function obey(order: Order): unknown {
  switch (order.type) {
    case 'read':
      return hands.read(order.order);
    case 'begin':
      return hands.begin(order.where);
    case 'draw':
      return hands.draw(order.order);
  }
}

const hands = createHands(workerData as HandsSetup);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (order: Order) => {
  last = last.then(async () => {
    let answer: Answer;
    try {
      answer = { value: await obey(order) };
    } catch (error) {
      answer = { error: failureOf(error) };
    }
    parentPort?.postMessage(answer);
  });
});
