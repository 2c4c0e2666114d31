// Scouts: threads that look at the files of a large site (see look.ts), while the first thread does something else.
// To ask the system for the size and time of two hundred thousand files takes a second, and needs nothing of the site.
// They open no file and decide nothing. What they have not seen, whoever asks looks at themselves: a scout that fails, or
// a machine with one core, costs time and nothing else.
// Invariant: a file is as it was seen at some moment after the build has begun.

import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { codeUrl } from '../base/project-folder.ts';
import type { BuildOptions, Held } from './types.ts';
import { lookAtContent, lookAtOut, type Seen, unseen } from './look.ts';

/** What was seen. */
export interface Scout {
  readonly content: Promise<Seen>;
  readonly out: Promise<Seen>;
}

/** What is seen of a site's files, and since when (ms) they must have lain still to be believed. */
export interface Look {
  readonly scout: Scout;
  readonly stillSince: number;
}

/** Nothing: everybody looks for themselves. */
export const noScout: Scout = { content: Promise.resolve(unseen), out: Promise.resolve(unseen) };

/** What is looked at. Paths are absolute. */
export interface Errand {
  readonly content: string;
  readonly out: string;
  /** Folders inside `content` that are not content. */
  readonly skip: ReadonlySet<string>;
  /** See `statOf`. */
  readonly stillSince: number;
}

/** Which of the two folders. */
export type Folder = 'content' | 'out';

/** Looks at one of the folders. */
export function look(folder: Folder, { content, out, skip, stillSince }: Errand): Seen {
  return folder === 'content' ? lookAtContent(content, skip, stillSince) : lookAtOut(out);
}

/** True when a site of so many files is looked at by scouts. */
export function isLarge(size: number, { scoutFrom = 5000 }: Pick<BuildOptions, 'scoutFrom'>): boolean {
  return size >= scoutFrom;
}

/** Has a site of `size` files looked at: by scouts where it is large, else as `small` does. */
export function takeLook(
  { options, places }: Pick<Held, 'options' | 'places'>,
  size: number,
  small: (errand: Errand) => Scout,
): Look {
  const { content, skip, settle = 2000 } = options;
  // The file system's clock, which is the one that stamps files.
  const stillSince = statSync(places.next).mtimeMs - settle;
  const go = isLarge(size, options) ? sendScouts : small;
  return { stillSince, scout: go({ content, out: places.out, skip, stillSince }) };
}

/** Sends scouts out, one to each folder; on a machine with one core they are not faster. */
export function sendScouts(errand: Errand): Scout {
  if (availableParallelism() < 2) return lookAround(errand);
  return { content: sendTo('content', errand), out: sendTo('out', errand) };
}

/** Looks without scouts: the files of a small site. */
export function lookAround(errand: Errand): Scout {
  return { content: Promise.resolve(look('content', errand)), out: Promise.resolve(look('out', errand)) };
}

function sendTo(folder: Folder, errand: Errand): Promise<Seen> {
  const thread = new Worker(codeUrl('src/build/scout-thread.ts'), { workerData: { folder, errand } });
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(unseen);
    thread.on('message', resolve).on('error', giveUp).on('messageerror', giveUp).on('exit', giveUp);
  });
}
