// From the pictures that articles name to files ready to be copied: found, looked at, made once, kept in the cache.
// A picture whose file, recipe and variants are as they were costs a look at the file system; all others are made, a few
// at a time, and the largest alone, so that memory stays bounded.
// Invariant: a picture that cannot be shown is a fault with a name, never an error; only a failing disk throws.

import { availableParallelism } from 'node:os';
import { statSync } from 'node:fs';
import { createLocator, type Located } from './locate.ts';
import { makePicture, pictureName, type PictureOrder, resultOf } from './make-picture.ts';
import { pruneStore } from './prune.ts';
import { folderToFill, openStore, type PictureStore } from './store.ts';
import type { PictureResult } from './types.ts';

/** How pictures are to be made. */
export interface PictureRules {
  /** Folder of the cache. */
  readonly folder: string;
  /**
   * `make`: with the cache; `anew`: every picture is made again; `look`: nothing is made or written, only looked at;
   * `aside`: what the cache does not hold is made into the spare folder, and the cache stays as it is.
   */
  readonly mode: 'make' | 'anew' | 'look' | 'aside';
  /** The instant (ms) at which pictures are used; what was not for two months goes. Absent: all stay. */
  readonly now?: () => number;
  /** Opens processes that make pictures; absent: they are made in this one. */
  readonly openPress?: () => Press;
  /** Told after each picture that had to be made. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Makes pictures elsewhere: their memory is given back, and a file on which a decoder dies does not end the build. */
export interface Press {
  readonly print: (order: PictureOrder) => Promise<PictureResult>;
  readonly close: () => void;
}

/** Finds a picture by the paths below the content folder where it may lie; null when there is none. */
export type FindPicture = (candidates: readonly string[]) => PictureResult | null;

/** Makes the pictures behind these lists of candidates; `spare` is a folder for them where the cache may not be written. */
export type MakePictures = (
  root: string,
  wanted: Iterable<readonly string[]>,
  spare?: string | null,
) => Promise<FindPicture>;

/** So few are made in this process: to start others takes longer. */
const fewPictures = 4;
/** More pictures at once would take more memory and no less time. */
const mostLanes = 4;
/** A larger file (bytes) is made alone. */
const largeFile = 12 * 1024 * 1024;

/** Makes a maker. */
export function createPictureMaker(rules: PictureRules): MakePictures {
  return async (root, wanted, spare = null) => {
    const lists = new Map([...wanted].map((candidates) => [candidates.join('\n'), candidates]));
    if (lists.size === 0) return () => null;
    const locate = createLocator(root);
    const located = new Map([...lists].map(([key, candidates]) => [key, locate(candidates)]));
    const isOutside = rules.mode === 'look' || rules.mode === 'aside';
    const now = isOutside ? null : (rules.now?.() ?? null);
    const store = openStore(rules.folder, now);
    const target = targetOf(rules, spare);
    const results = await makeAll(filesOf(located.values()), { store, target, rules });
    if (target === rules.folder) {
      if (rules.mode !== 'look') store.close();
      if (now !== null) pruneStore(rules.folder, now);
    }
    return (candidates) => {
      const found = located.get(candidates.join('\n')) ?? null;
      return found && 'file' in found ? (results.get(found.file) ?? null) : found;
    };
  };
}

function targetOf({ folder, mode }: PictureRules, spare: string | null): string {
  if (mode === 'look') return folder;
  return mode === 'aside' && spare !== null ? spare : folderToFill(folder, spare);
}

function filesOf(located: Iterable<Located | null>): ReadonlySet<string> {
  const files = new Set<string>();
  for (const found of located) if (found && 'file' in found) files.add(found.file);
  return files;
}

async function makeAll(
  files: ReadonlySet<string>,
  into: { readonly store: PictureStore; readonly target: string; readonly rules: PictureRules },
): Promise<ReadonlyMap<string, PictureResult>> {
  const { store, target, rules } = into;
  const results = new Map<string, PictureResult>();
  // Two files of the same bytes are one picture.
  const groups = new Map<string, { name: string; files: string[]; size: number }>();
  for (const file of files) {
    const digest = store.digest(file);
    if (digest === null) {
      results.set(file, { fault: 'unreadable' });
      continue;
    }
    const name = pictureName(digest, file);
    const record = rules.mode === 'anew' ? null : store.read(name);
    if (record) results.set(file, resultOf(record, store.folder));
    else if (groups.has(name)) groups.get(name)?.files.push(file);
    else groups.set(name, { name, files: [file], size: statSync(file).size });
  }
  const press = groups.size > fewPictures ? (rules.openPress?.() ?? null) : null;
  const make = press?.print ?? makePicture;
  let done = 0;
  try {
    await inLanes([...groups.values()], async (group) => {
      const [file] = group.files as [string];
      const result = await make({ file, folder: target, lookOnly: rules.mode === 'look' });
      for (const one of group.files) results.set(one, result);
      rules.onProgress?.(++done, groups.size);
    });
  } finally {
    press?.close();
  }
  return results;
}

async function inLanes<T extends { readonly size: number }>(
  jobs: readonly T[],
  run: (job: T) => Promise<void>,
): Promise<void> {
  const small = jobs.filter((job) => job.size <= largeFile).values();
  const lane = async (): Promise<void> => {
    for (const job of small) await run(job);
  };
  await Promise.all(Array.from({ length: Math.min(mostLanes, availableParallelism()) }, lane));
  for (const job of jobs) if (job.size > largeFile) await run(job);
}
