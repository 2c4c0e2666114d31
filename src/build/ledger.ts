// The ledger of one build: for each file of the new tree what it was made from, and whether the file that lies in the
// output folder may stay. It believes what is remembered of the folder only as far as trees.ts allows.
// Invariant: every file of the new tree is noted once; what was not drawn is in the folder, as it was written.

import type { Cache } from './cache.ts';
import { readMark } from './staging.ts';
import { stampOf } from './file-state.ts';
import type { Sight } from './look.ts';
import type { Records } from './records.ts';
import { recallTree, type RememberedTree, sizeOfTree, type TreeFile } from './trees.ts';

/** A file of the new tree; its stamp is known when the old file stays. */
type Noted = Omit<TreeFile, 'stamp'> & { stamp: string | undefined };

/** The same of a new file of a very large site: what it was made from lies on file, and its stamp is there once it has been brought in. */
class NotedOnFile implements TreeFile {
  readonly #out: string;
  readonly #path: string;
  readonly #lines: Records;
  readonly #place: number;
  readonly mark: number;

  constructor(
    at: { readonly out: string; readonly path: string },
    lines: Records,
    made: Pick<TreeFile, 'inputs' | 'mark'>,
  ) {
    this.#out = at.out;
    this.#path = at.path;
    this.#lines = lines;
    this.#place = lines.add(made.inputs);
    this.mark = made.mark;
  }

  get inputs(): string {
    return this.#lines.read(this.#place);
  }

  get stamp(): string {
    return stampOf(this.#out + this.#path) ?? '';
  }
}

/** What is known of an output folder's files, and what is noted of the new ones. */
export class Ledger {
  readonly #out: string;
  readonly #was: RememberedTree | null;
  readonly #seen: Sight;
  readonly #lying: Pick<ReadonlySet<string>, 'has'> | null;
  readonly #lines: Records | null;
  readonly #files = new Map<string, Noted | NotedOnFile>();

  /**
   * `was`: what is remembered of the folder, see `trustedTree`; null: nothing. `seen`: what a scout has seen of it; empty:
   * nobody looked. `lying`: the files that lie in it, none of them behind a link; absent: not known. `lines`: what keeps
   * what new files were made from; null: memory.
   */
  constructor(
    out: string,
    known: {
      readonly was: RememberedTree | null;
      readonly seen?: Sight;
      readonly lying?: readonly string[];
      readonly lines?: Records | null;
    },
  ) {
    const { was, seen = new Map(), lying, lines = null } = known;
    this.#out = out;
    this.#was = was;
    this.#seen = seen;
    this.#lying = seen.size > 0 ? seen : lying ? new Set(lying) : null;
    this.#lines = lines;
  }

  /** The new tree. */
  get files(): ReadonlyMap<string, Readonly<Noted>> {
    return this.#files;
  }

  /** What the file at a path was made from the last time, or null. */
  before(path: string): TreeFile | null {
    return this.#was?.get(path) ?? null;
  }

  /** What the file at a path was made from, if it lies there as it was written; else null. */
  intact(path: string): string | null {
    const before = this.#was?.get(path);
    return before !== undefined && this.#stampOf(path) === before.stamp ? before.inputs : null;
  }

  /** Notes a file; true when the old one may stay. */
  note(path: string, inputs: string, mark = 0): boolean {
    const before = this.#was?.get(path);
    const stays = before?.inputs === inputs && this.#stampOf(path) === before.stamp;
    this.settle(path, { inputs, mark, stays });
    return stays;
  }

  /** Notes a file of which it is known whether the old one stays. */
  settle(path: string, { inputs, mark, stays }: Pick<TreeFile, 'inputs' | 'mark'> & { readonly stays: boolean }): void {
    const noted =
      this.#lines && !stays
        ? new NotedOnFile({ out: this.#out, path }, this.#lines, { inputs, mark })
        : { inputs, mark, stamp: stays ? this.#was?.get(path)?.stamp : undefined };
    this.#files.set(path, noted);
  }

  /** The stamp of an old file; one behind a folder that is a link now is none of the site's. */
  #stampOf(path: string): string | null {
    if (this.#lying?.has(path) === false) return null;
    return this.#seen.get(path) ?? stampOf(this.#out + path);
  }

  /** The whole tree with its stamps, once it has been brought in. */
  stamped(): RememberedTree {
    for (const [path, noted] of this.#files)
      if (!(noted instanceof NotedOnFile)) noted.stamp ??= stampOf(this.#out + path) ?? '';
    return this.#files as ReadonlyMap<string, TreeFile>;
  }
}

/** What the files of an output folder were made from, when the folder carries the digest of a tree that is remembered. */
export function trustedTree(out: string, cache: Cache): RememberedTree | null {
  const digest = readMark(out);
  return digest === null ? null : recallTree(cache, digest);
}

/** How many files are remembered of an output folder; 0: nothing is. */
export function rememberedSize(out: string, cache: Cache): number {
  const digest = readMark(out);
  return digest === null ? 0 : sizeOfTree(cache, digest);
}
