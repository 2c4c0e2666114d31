// A scout: looks at the files of a large site on a thread of its own, while the first thread remembers what they were.
// To ask the system for the size and time of two hundred thousand files takes a second, and needs nothing of the site.
// It opens no file and decides nothing. What it has not seen, whoever asks looks at themselves: a scout that fails, or a
// machine with one core, costs time and nothing else.
// Invariant: a file is as it was seen at some moment after the build has begun.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Seen } from './scout-thread.ts';

/** What was seen of files below one folder: what tells one state of a file from another, by path (`/` first). */
export type Sight = ReadonlyMap<string, string>;

/** What a scout has seen. */
export interface Scout {
  /** Files of the content folder: see `statOf`. */
  readonly content: Promise<Sight>;
  /** All that lies in the output folder, empty for what is no file: see `stampOf`. */
  readonly out: Promise<Sight>;
}

/** Nothing: everybody looks for themselves. */
export const noScout: Scout = { content: Promise.resolve(new Map()), out: Promise.resolve(new Map()) };

/** What a scout looks at. Paths are absolute. */
export interface Errand {
  readonly content: string;
  readonly out: string;
  /** See `statOf`. */
  readonly stillSince: number;
}

/** Sends a scout out. */
export function sendScout(errand: Errand): Scout {
  if (availableParallelism() < 2) return noScout;
  const thread = new Worker(new URL('./scout-thread.ts', import.meta.url), { workerData: errand });
  // It holds no build up.
  thread.unref();
  const sights = { content: hope(), out: hope() };
  thread.on('message', ({ folder, paths, states }: Seen) => sights[folder].come(sightOf(paths, states)));
  const giveUp = (): void => {
    for (const sight of Object.values(sights)) sight.come(new Map());
  };
  thread.on('error', giveUp).on('messageerror', giveUp).on('exit', giveUp);
  return { content: sights.content.promise, out: sights.out.promise };
}

function sightOf(paths: string, states: string): Sight {
  if (paths === '') return new Map();
  const all = states.split('\n');
  return new Map(paths.split('\0').map((path, index) => [path, all[index] ?? '']));
}

function hope(): { readonly promise: Promise<Sight>; readonly come: (sight: Sight) => void } {
  let come: (sight: Sight) => void = () => {};
  const promise = new Promise<Sight>((resolve) => {
    come = resolve;
  });
  return { promise, come };
}
