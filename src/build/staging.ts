// The way of a new tree into the output folder. All files are made in a staging folder beside it; then a journal says
// which are moved in and which go away, and only then is the output folder touched.
// Before the journal is complete a failure leaves the old tree as it was. After it every file is whole, old or new,
// and the next build carries out the rest of the journal first.
// Invariant: files whose bytes did not change are not touched; only files of ours are deleted.

import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flush } from './flush.ts';
import { type Journal, readJournal, writeJournal } from './journal.ts';
import { holdsLock, releaseLock } from './lock.ts';
import type { Progress } from './progress.ts';
import { makeRelease } from './releases.ts';
import { listTree, moveInto, removeFile, sameBytes } from './tree.ts';

/** Name of the file that marks an output folder as ours. */
export const markName = '.depeche';
/** What stands in it. */
export const markText = 'This folder is written by Dépêche; what is put here by hand goes away with the next build.\n';

/** The mark of a folder that holds the tree with a digest. */
export function markOf(digest: string): string {
  return `${markText}${digest}\n`;
}

/** The digest in a folder's mark, or null. */
export function readMark(out: string): string | null {
  try {
    return /\n([\w-]{43})\n$/.exec(readFileSync(join(out, markName), 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}

/** True for what stands in an output folder and is no page: a build neither makes nor deletes the search index. */
export function isMadeAfterwards(path: string): boolean {
  return path.startsWith('/pagefind/');
}

/** Where things lie beside an output folder. */
export interface Places {
  /** The output folder, absolute; with releases, the link to the live one. */
  readonly out: string;
  /** The new tree while it is made. */
  readonly next: string;
  /** An empty folder. */
  readonly empty: string;
  readonly journal: string;
  readonly staging: string;
  readonly lock: string;
  /** The folder of releases. */
  readonly releases: string;
}

/** The places of an output folder (an absolute path). */
export function placesOf(out: string): Places {
  const staging = join(dirname(out), `.${basename(out)}.next`);
  return {
    out,
    staging,
    next: join(staging, 'tree'),
    empty: join(staging, 'empty'),
    journal: join(staging, 'journal.json'),
    lock: join(dirname(out), `.${basename(out)}.lock`),
    releases: `${out}.releases`,
  };
}

/** The journal was complete, but not all of it could be carried out: the next build does the rest. */
export class BroughtInPartly extends Error {}

/** Finishes what an interrupted build began, and leaves an empty staging folder. True when there was something to finish. */
export function prepareStaging(places: Places): boolean {
  const journal = readJournal(places.journal);
  if (journal) {
    // A tree that was put together in two goes, or of which nobody knows the rest, is compared by bytes once.
    if (journal !== 'damaged') carryOut(journal, places);
    distrust(places);
    // The journal before the files that it names: what is left of it must never be carried out again.
    if (statSync(places.staging).isDirectory()) rmSync(places.journal, { recursive: true, force: true });
  }
  rmSync(places.staging, { recursive: true, force: true });
  mkdirSync(places.next, { recursive: true });
  mkdirSync(places.empty);
  return journal !== null;
}

/** Takes what the mark says of the tree away; the folder stays marked as ours. */
function distrust({ out, staging }: Places): void {
  if (!existsSync(join(out, markName))) return;
  const draft = `${staging}.mark`;
  writeFileSync(draft, markText);
  renameSync(draft, join(out, markName));
}

/** Gives up a build of this process: the staging folder goes away unless its journal is complete, and the lock is free. */
export function abandon(places: Places): void {
  if (!holdsLock(places.lock)) return;
  if (!existsSync(places.journal)) tidyUp(places);
  releaseLock(places.lock);
}

/** Takes the staging folder away. What cannot be taken away now, the next build does: it is no reason to fail. */
function tidyUp({ staging }: Places): void {
  try {
    rmSync(staging, { recursive: true, force: true, maxRetries: 5 });
  } catch {
    // No file handles, or somebody who looks into it.
  }
}

/** What bringing in a tree came to, in files. */
export interface Applied {
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
  /** Paths of the files that were written or deleted; null: too many to name. */
  readonly changed: readonly string[] | null;
}

/** More files than this are not named: whoever asks takes all for changed. */
const mostNamed = 200;

/** How a tree is brought in. */
export interface BringIn {
  readonly places: Places;
  /** Paths of the files that are staged. */
  readonly staged: readonly string[];
  /** Paths that the output folder holds now. */
  readonly old: readonly string[];
  /** Paths of the new tree: those that are not staged stay as they are. */
  readonly kept: ReadonlyMap<string, unknown>;
  /** What stands in the folder's mark. */
  readonly mark: string;
  /** How many releases are kept; null: the files are moved into the output folder itself. */
  readonly releases: number | null;
  readonly progress?: Progress;
}

/** Files that other files need come first, then pages, then what leads to them; the mark is last of all. */
function turn(path: string): number {
  if (/^\/(assets|images)\//.test(path)) return 0;
  if (/^\/(.+\/)?\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(path)) return 1;
  if (path === `/${markName}`) return 4;
  if (path === '/index.html' || /^\/[^/]*\.(xml|json|txt)$/.test(path)) return 3;
  return 2;
}

/** Compares what is staged with the old tree by bytes, and brings in what differs. */
export function bringIn({ places, staged: made, old, kept, mark, releases, progress }: BringIn): Applied {
  writeFileSync(join(places.next, markName), mark);
  const staged = [...made, `/${markName}`];
  const present = new Set(old);
  const fresh = staged.filter((path) => !(present.has(path) && sameBytes(places.next + path, places.out + path)));
  // Where nothing lies yet, nobody asks.
  const wanted = new Set(old.length > 0 ? staged : []);
  const deletions = old.filter((path) => !wanted.has(path) && !kept.has(path));
  const applied = count({ present, fresh, deletions });
  if (releases !== null) {
    const changed = fresh.length + deletions.length > 0;
    // The search index goes along: it is made anew after the pages, and readers search meanwhile.
    const along = listTree(places.out).filter(isMadeAfterwards);
    const all = [...new Set([...staged, ...kept.keys(), ...along])];
    if (changed || !existsSync(places.out)) makeRelease({ places, fresh, staged: all, keep: releases });
  } else if (old.length === 0) {
    flush(places.next, fresh);
    moveWhole(places);
  } else if (fresh.length + deletions.length > 0) carryIn(places, { moves: fresh, deletions }, progress);
  tidyUp(places);
  return applied;
}

/** Brings in what is staged in place of files of a tree of `size` files that stays as it is otherwise: see `bringIn`. */
export function bringInSome({
  places,
  size,
  mark,
  progress,
}: Pick<BringIn, 'places' | 'mark' | 'progress'> & { readonly size: number }): Applied {
  writeFileSync(join(places.next, markName), mark);
  const fresh = listTree(places.next).filter((path) => !sameBytes(places.next + path, places.out + path));
  if (fresh.length > 0) carryIn(places, { moves: fresh, deletions: [] }, progress);
  tidyUp(places);
  const changed = fresh.filter((path) => path !== `/${markName}`);
  return { written: changed.length, kept: size - changed.length, deleted: 0, changed };
}

/** The mark is no file of the site, and not counted. */
function count(change: {
  readonly present: ReadonlySet<string>;
  readonly fresh: readonly string[];
  readonly deletions: readonly string[];
}): Applied {
  const mark = `/${markName}`;
  const fresh = change.fresh.filter((path) => path !== mark);
  const before = change.present.size - (change.present.has(mark) ? 1 : 0);
  const replaced = fresh.filter((path) => change.present.has(path)).length;
  const deleted = change.deletions.length;
  const changed = fresh.length + deleted > mostNamed ? null : [...fresh, ...change.deletions];
  return { written: fresh.length, kept: before - deleted - replaced, deleted, changed };
}

/**
 * Brings in staged files and deletes others: from its journal on, this is done whatever happens. For a build that
 * staged only what changed, as for one that staged everything.
 */
export function carryIn(places: Places, change: Journal, progress?: Progress): void {
  const moves = change.moves.toSorted((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
  const journal = { moves, deletions: change.deletions };
  checkWritable(journal, places.out);
  flush(places.next, moves);
  writeJournal(places.journal, journal);
  carryOut(journal, places, progress);
  rmSync(places.journal);
}

/** A folder that cannot be written to is found before anything is touched. */
function checkWritable({ moves, deletions }: Journal, out: string): void {
  const folders = new Set([...moves, ...deletions].map((path) => dirname(path)));
  for (const folder of folders) {
    let at = out + folder;
    while (at.length > out.length && !existsSync(at)) at = dirname(at);
    accessSync(at, constants.W_OK);
  }
}

/** The first tree: one rename. */
function moveWhole({ next, out }: Places): void {
  try {
    renameSync(next, out);
  } catch {
    // Empty folders stand there, or a system does not rename over a folder.
    rmSync(out, { recursive: true, force: true });
    renameSync(next, out);
  }
}

/**
 * Can be repeated: what was moved or deleted already is passed over. A file or link that stands where a folder must be
 * goes first, so that nothing is moved through it.
 */
function carryOut({ moves, deletions }: Journal, { next, out }: Places, progress?: Progress): void {
  try {
    const folders = new Set(moves.flatMap(foldersOf));
    for (const path of deletions) if (folders.has(path)) removeFile(out, path);
    for (const [index, path] of moves.entries()) {
      if (existsSync(next + path)) moveInto(next + path, out + path);
      if (index % 500 === 0) progress?.phase('bringing in', index, moves.length);
    }
    for (const path of deletions) removeFile(out, path);
  } catch (cause) {
    throw new BroughtInPartly('The new site could be brought in only partly.', { cause });
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
}
