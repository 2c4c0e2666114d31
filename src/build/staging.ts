// The way of a new tree into the output folder. All files are made in a staging folder beside it; then a journal says
// which are moved in and which go away, and only then is the output folder touched.
// Before the journal is complete a failure leaves the old tree as it was. After it every file is whole, old or new,
// and the next build carries out the rest of the journal first.
// Invariant: files whose bytes did not change are not touched; only files of ours are deleted.

import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listTree, moveInto, removeFile, sameBytes } from './tree.ts';

/** Name of the file that marks an output folder as ours. */
export const markName = '.depeche';
/** What stands in it. */
export const markText = 'This folder is written by Dépêche; what is put here by hand goes away with the next build.\n';

/** Where things lie beside an output folder. */
export interface Places {
  /** The output folder, absolute. */
  readonly out: string;
  /** The new tree while it is made. */
  readonly next: string;
  /** An empty folder. */
  readonly empty: string;
  readonly journal: string;
  readonly staging: string;
  readonly lock: string;
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
  };
}

/** True when the folder is missing, empty or marked as ours; a file of that name is not. */
export function isOurs(out: string): boolean {
  if (!existsSync(out)) return true;
  if (!statSync(out).isDirectory()) return false;
  const items = readdirSync(out);
  return items.length === 0 || items.includes(markName);
}

/** Finishes what an interrupted build began, and leaves an empty staging folder. */
export function prepareStaging(places: Places): void {
  if (existsSync(places.journal)) carryOut(JSON.parse(readFileSync(places.journal, 'utf8')) as Journal, places);
  rmSync(places.staging, { recursive: true, force: true });
  mkdirSync(places.next, { recursive: true });
  mkdirSync(places.empty);
}

/** Gives up a build: the staging folder goes away unless its journal is complete, and the lock is free. */
export function abandon(places: Places): void {
  if (!existsSync(places.journal)) rmSync(places.staging, { recursive: true, force: true });
  rmSync(places.lock, { force: true });
}

interface Journal {
  readonly moves: readonly string[];
  readonly deletions: readonly string[];
}

/** What bringing in a tree came to, in files. */
export interface Applied {
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
}

/** Files that other files need come first, then pages, then what leads to them. */
function turn(path: string): number {
  if (/^\/(assets|images)\//.test(path)) return 0;
  if (/^\/(.+\/)?\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(path)) return 1;
  if (path === '/index.html' || /^\/[^/]*\.(xml|json|txt)$/.test(path)) return 3;
  return 2;
}

/** Brings the staged tree in. `old` are the paths that the output folder holds now. */
export function bringIn(places: Places, old: readonly string[]): Applied {
  writeFileSync(join(places.next, markName), markText);
  const staged = listTree(places.next);
  const present = new Set(old);
  const fresh = staged.filter((path) => !(present.has(path) && sameBytes(places.next + path, places.out + path)));
  const moves = fresh.toSorted((a, b) => turn(a) - turn(b) || (a < b ? -1 : 1));
  const wanted = new Set(staged);
  const deletions = old.filter((path) => !wanted.has(path));
  const applied = { written: moves.length, kept: staged.length - moves.length, deleted: deletions.length };
  if (old.length === 0) {
    rmSync(places.out, { recursive: true, force: true });
    renameSync(places.next, places.out);
  } else if (moves.length + deletions.length > 0) {
    const journal = { moves, deletions };
    writeJournal(places.journal, journal);
    carryOut(journal, places);
  }
  rmSync(places.staging, { recursive: true, force: true });
  return applied;
}

/** The journal is complete when its name stands there: written elsewhere, flushed, then renamed. */
function writeJournal(path: string, journal: Journal): void {
  const draft = `${path}.draft`;
  const file = openSync(draft, 'w');
  writeSync(file, JSON.stringify(journal));
  fsyncSync(file);
  closeSync(file);
  renameSync(draft, path);
}

/**
 * Can be repeated: what was moved or deleted already is passed over. A file or link that stands where a folder must be
 * goes first, so that nothing is moved through it.
 */
function carryOut({ moves, deletions }: Journal, { next, out }: Places): void {
  const folders = new Set(moves.flatMap(foldersOf));
  for (const path of deletions) if (folders.has(path)) removeFile(out, path);
  for (const path of moves) if (existsSync(next + path)) moveInto(next + path, out + path);
  for (const path of deletions) removeFile(out, path);
}

function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(1, -1);
  return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
}
