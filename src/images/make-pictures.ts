// From the pictures that articles name to files ready to be copied: found, looked at, made once, kept in the cache.
// A picture whose file, recipe and variants are as they were costs a look at the file system; all others are made, a few
// at a time, and the largest alone, so that memory stays bounded.
// Invariant: a picture that cannot be shown is a fault with a name, never an error; only a failing disk throws.

import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { readFileSync, statSync } from 'node:fs';
import { encodePicture, srcsetOf, type Variant } from './encode.ts';
import { inspectPicture, isWhole } from './inspect.ts';
import type { PictureFault } from './faults.ts';
import { createLocator, type Located } from './locate.ts';
import { mediaTypes, recipe } from './recipe.ts';
import { sharpVersion } from './sharp.ts';
import { digestOf, openStore, type PictureRecord, type PictureStore } from './store.ts';
import type { PictureResult } from './types.ts';

/** How pictures are to be made. */
export interface PictureRules {
  /** Folder of the cache. */
  readonly folder: string;
  /** `make`: with the cache; `anew`: every picture is made again; `look`: nothing is made or written, only looked at. */
  readonly mode: 'make' | 'anew' | 'look';
  /** Told after each picture that had to be made. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Finds a picture by the paths below the content folder where it may lie; null when there is none. */
export type FindPicture = (candidates: readonly string[]) => PictureResult | null;

/** Makes the pictures behind these lists of candidates. */
export type MakePictures = (root: string, wanted: Iterable<readonly string[]>) => Promise<FindPicture>;

/** More pictures at once would take more memory and no less time. */
const mostLanes = 4;
/** A larger file (bytes) is made alone. */
const largeFile = 12 * 1024 * 1024;

/** Makes a maker. */
export function createPictureMaker(rules: PictureRules): MakePictures {
  return async (root, wanted) => {
    const lists = new Map([...wanted].map((candidates) => [candidates.join('\n'), candidates]));
    if (lists.size === 0) return () => null;
    const locate = createLocator(root);
    const located = new Map([...lists].map(([key, candidates]) => [key, locate(candidates)]));
    const store = openStore(rules.folder);
    const results = await makeAll(filesOf(located.values()), store, rules);
    if (rules.mode !== 'look') store.close();
    return (candidates) => {
      const found = located.get(candidates.join('\n')) ?? null;
      return found && 'file' in found ? (results.get(found.file) ?? null) : found;
    };
  };
}

function filesOf(located: Iterable<Located | null>): ReadonlySet<string> {
  const files = new Set<string>();
  for (const found of located) if (found && 'file' in found) files.add(found.file);
  return files;
}

async function makeAll(
  files: ReadonlySet<string>,
  store: PictureStore,
  rules: PictureRules,
): Promise<ReadonlyMap<string, PictureResult>> {
  const results = new Map<string, PictureResult>();
  // Two files of the same bytes are one picture.
  const groups = new Map<string, { name: string; files: string[]; size: number }>();
  const made = madeWith();
  for (const file of files) {
    const digest = knownOrRead(file, store);
    if (digest === null) {
      results.set(file, { fault: 'unreadable' });
      continue;
    }
    const name = digestOf(`${made}\n${digest}\n${endingOf(file)}`).slice(0, 16);
    const record = rules.mode === 'anew' ? null : store.read(name);
    if (record) results.set(file, resultOf(record, store.folder));
    else if (groups.has(name)) groups.get(name)?.files.push(file);
    else groups.set(name, { name, files: [file], size: statSync(file).size });
  }
  let done = 0;
  await inLanes([...groups.values()], async (group) => {
    const result = await makeOne(group.files[0] as string, group.name, { store, rules });
    for (const file of group.files) results.set(file, result);
    rules.onProgress?.(++done, groups.size);
  });
  return results;
}

/** Everything that decides the bytes of a variant, besides the picture. */
function madeWith(): string {
  return `${JSON.stringify(recipe)} sharp ${sharpVersion()}`;
}

/** A wrong ending is a remark, so that the name of a record knows it. */
function endingOf(file: string): string {
  return /\.[a-z0-9]+$/i.exec(file)?.[0].toLowerCase() ?? '';
}

/** Digest of a file; null when it cannot be read. */
function knownOrRead(file: string, store: PictureStore): string | null {
  const known = store.knownDigest(file);
  if (known !== null) return known;
  try {
    const digest = digestOf(readFileSync(file));
    store.remember(file, digest);
    return digest;
  } catch {
    return null;
  }
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

async function makeOne(
  file: string,
  name: string,
  { store, rules }: { readonly store: PictureStore; readonly rules: PictureRules },
): Promise<PictureResult> {
  const bytes = readFileSync(file);
  const looked = await inspectPicture(bytes, basename(file));
  const refuse = (fault: PictureFault): PictureResult => {
    if (rules.mode !== 'look') store.write(name, { fault }, new Map());
    return { fault };
  };
  if ('fault' in looked) return refuse(looked.fault);
  if ((rules.mode === 'look' || looked.kind !== 'still') && !(await isWhole(bytes, looked))) return refuse('cut-off');
  const { embedded, remark, width, height } = looked;
  const credit = embedded.credit ?? embedded.copyright ?? embedded.artist;
  if (rules.mode === 'look') {
    return { src: '', width, height, sources: [], type: '', bytes: bytes.length, credit, remark, files: [] };
  }
  const encoded = await encodePicture(bytes, looked);
  if (encoded === null) return refuse('cut-off');
  const fileName = (one: Variant): string => `${name}${one.width === null ? '' : `-${one.width}`}.${one.ending}`;
  const address = (one: Variant): string => `/images/${fileName(one)}`;
  const { plain, variants } = encoded;
  const endings = new Set(['avif', 'webp', plain.ending] as const);
  const record: PictureRecord = {
    src: address(plain),
    width: encoded.width,
    height: encoded.height,
    sources: [...endings].flatMap((ending) => srcsetOf(encoded, ending, address) ?? []),
    type: mediaTypes[plain.ending],
    bytes: plain.bytes.length,
    credit,
    remark,
    files: variants.map((one) => ({ name: fileName(one), bytes: one.bytes.length, digest: digestOf(one.bytes) })),
  };
  store.write(name, record, new Map(variants.map((one) => [fileName(one), one.bytes])));
  return resultOf(record, store.folder);
}

function resultOf(record: PictureRecord, folder: string): PictureResult {
  if ('fault' in record) return record;
  return { ...record, files: record.files.map(({ name }) => ({ path: `/images/${name}`, file: join(folder, name) })) };
}
