// One worker thread: a pair of hands that answers messages, one after the other. The first message says whose hands.

import { parentPort } from 'node:worker_threads';
import { type Failure, failureOf } from './failure.ts';
import { createHands, type HandsSetup, obey } from './hands.ts';
import { type SentOrder, unpackOrder } from './sent-order.ts';

/** What it answers, in the order of the questions. */
export type Answer = { readonly value: unknown } | { readonly error: Failure };

parentPort?.once('message', (setup: HandsSetup) => {
  const hands = createHands(setup);
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on('message', (sent: SentOrder) => {
    last = last.then(async () => {
      let answer: Answer;
      try {
        answer = { value: await obey(hands, unpackOrder(sent)) };
      } catch (error) {
        answer = { error: failureOf(error) };
      }
      parentPort?.postMessage(answer);
    });
  });
});
