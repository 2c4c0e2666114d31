// The memory of trees: for each file of an output folder, what it was made from (see inputs.ts), under the tree's digest.
// Beside it stands the file's stamp, so that one that was changed by hand is made again.
// The digest stands in the folder itself (`.depeche`): what is remembered is believed of a folder only when it carries
// the digest; so one cache serves several folders, and a folder or cache from elsewhere is never mistaken for ours.
// A tree is kept in parts (see parts.ts), so that a build that changes one page need not read what is said of the others.

import type { Cache } from './cache.ts';
import { digestOfPart, digestOfParts, inParts, partOf } from './parts.ts';

/** Files by path below the output folder, each with what it was made from. */
export type Tree = ReadonlyMap<string, Pick<TreeFile, 'inputs'>>;

/** A tree as it lay in an output folder. */
export type RememberedTree = ReadonlyMap<string, TreeFile>;

/** One file of a tree. */
export interface TreeFile {
  /** What it was made from: see inputs.ts. */
  readonly inputs: string;
  /** Size and time in the output folder. */
  readonly stamp: string;
  /** See marks.ts; 0: none. */
  readonly mark: number;
}

/** What is kept of a tree besides its rows. */
interface KeptTree {
  readonly digest: string;
  /** Number of the room that has its rows. */
  readonly room: number;
  /** Files. */
  readonly size: number;
  /** Of each part: digests of what its files were made from, and of their stamps. */
  readonly inputs: readonly string[];
  readonly stamps: readonly string[];
}

/** A file in a row of the cache. */
type Kept = readonly [path: string, inputs: string, stamp: string, mark: number];

/** How many trees are remembered: several output folders may share a cache. */
const mostTrees = 4;

const roomOf = ({ room }: Pick<KeptTree, 'room'>): string => `tree ${room}`;

/** A tree in parts. */
export interface TreeParts {
  readonly digest: string;
  readonly paths: readonly (readonly string[])[];
  /** Digests of what the files of each part were made from. */
  readonly inputs: readonly string[];
}

/** Takes a tree to parts, of which its digest is made. */
export function treeParts(tree: Tree): TreeParts {
  const paths = inParts(tree.keys());
  const inputs = paths.map((part) => digestOfPart(part, (path) => tree.get(path)?.inputs));
  return { digest: digestOfParts(inputs), paths, inputs };
}

/** The digest of a tree. */
export function treeDigest(tree: Tree): string {
  return treeParts(tree).digest;
}

function keptTrees(cache: Cache): readonly KeptTree[] {
  return JSON.parse(cache.get('trees') ?? '[]') as KeptTree[];
}

/** The digest of the tree that was remembered last, or null. */
export function lastTree(cache: Cache): string | null {
  return keptTrees(cache)[0]?.digest ?? null;
}

function keptTree(cache: Cache, digest: string): KeptTree | null {
  return keptTrees(cache).find((kept) => kept.digest === digest) ?? null;
}

/** How many files the tree with a digest has; 0 when it is not remembered. */
export function sizeOfTree(cache: Cache, digest: string): number {
  return keptTree(cache, digest)?.size ?? 0;
}

/** The tree with a digest, or null when it is not remembered. */
export function recallTree(cache: Cache, digest: string): RememberedTree | null {
  const kept = keptTree(cache, digest);
  if (!kept) return null;
  const tree = new Map<string, TreeFile>();
  for (const { text } of cache.rows(roomOf(kept))) readPart(text, tree);
  return tree.size === kept.size ? tree : null;
}

function readPart(text: string, into: Map<string, TreeFile>): void {
  for (const [path, inputs, stamp, mark] of JSON.parse(text) as Kept[]) into.set(path, { inputs, stamp, mark });
}

function partText(part: readonly string[], tree: RememberedTree): string {
  const files = part.map((path): Kept => {
    const { inputs, stamp, mark } = tree.get(path) as TreeFile;
    return [path, inputs, stamp, mark];
  });
  return JSON.stringify(files);
}

const rowId = (part: number): string => String(part);

/** Forgets a tree. */
export function forgetTree(cache: Cache, digest: string): void {
  const trees = keptTrees(cache);
  for (const kept of trees) if (kept.digest === digest) cache.dropRoom(roomOf(kept));
  setTrees(
    cache,
    trees.filter((kept) => kept.digest !== digest),
  );
}

function setTrees(cache: Cache, trees: readonly KeptTree[]): void {
  cache.set('trees', JSON.stringify(trees));
}

/** Remembers a tree, with the stamps of its files; the one that was used longest ago is forgotten. */
export function keepTree(cache: Cache, tree: RememberedTree, { digest, paths: parts, inputs }: TreeParts): void {
  const known = keptTrees(cache);
  const others = known.filter((kept) => kept.digest !== digest).slice(0, mostTrees - 1);
  for (const kept of known) if (!others.includes(kept)) cache.dropRoom(roomOf(kept));
  let room = 0;
  while (others.some((kept) => kept.room === room)) room++;
  const stamps: string[] = [];
  for (const [number, paths] of parts.entries()) {
    // Each file is asked once: of a very large tree it is read, and looked at, only then.
    const part = new Map(
      paths.map((path) => {
        const { inputs, stamp, mark } = tree.get(path) as TreeFile;
        return [path, { inputs, stamp, mark }];
      }),
    );
    stamps.push(digestOfPart(paths, (path) => part.get(path)?.stamp));
    if (paths.length > 0) cache.putRow(roomOf({ room }), rowId(number), partText(paths, part));
  }
  setTrees(cache, [{ digest, room, size: tree.size, inputs, stamps }, ...others]);
}

/** A remembered tree of which a few files change; the others are not read. */
export class AmendedTree {
  readonly #cache: Cache;
  readonly #kept: KeptTree;
  readonly #parts = new Map<number, Map<string, TreeFile>>();
  readonly #inputs: string[];

  private constructor(cache: Cache, kept: KeptTree) {
    this.#cache = cache;
    this.#kept = kept;
    this.#inputs = [...kept.inputs];
  }

  /** The tree with a digest; null when it is not remembered. */
  static open(cache: Cache, digest: string): AmendedTree | null {
    const kept = keptTree(cache, digest);
    return kept && new AmendedTree(cache, kept);
  }

  /** Files. */
  get size(): number {
    return this.#kept.size;
  }

  /** Digests of the stamps of each part's files: what a look at the output folder is compared with. */
  get stamps(): readonly string[] {
    return this.#kept.stamps;
  }

  /** Its digest, with what was changed. */
  get digest(): string {
    return digestOfParts(this.#inputs);
  }

  /** What is remembered of a file, or null. */
  file(path: string): TreeFile | null {
    return this.#part(partOf(path)).get(path) ?? null;
  }

  /** Changes what one of its files was made from. */
  amend(path: string, file: TreeFile): void {
    const number = partOf(path);
    const part = this.#part(number);
    part.set(path, file);
    this.#inputs[number] = digestOfPart([...part.keys()].toSorted(), (one) => part.get(one)?.inputs);
  }

  /** Remembers it, in place of the one that it was, with the stamps that its changed files have now. */
  keep(stampOf: (path: string) => string): void {
    const stamps = [...this.#kept.stamps];
    for (const [number, part] of this.#parts) {
      const paths = [...part.keys()].toSorted();
      for (const path of paths) {
        const file = part.get(path) as TreeFile;
        if (file.stamp === '') part.set(path, { ...file, stamp: stampOf(path) });
      }
      stamps[number] = digestOfPart(paths, (path) => part.get(path)?.stamp);
      this.#cache.putRow(roomOf(this.#kept), rowId(number), partText(paths, part));
    }
    const others = keptTrees(this.#cache).filter(({ room }) => room !== this.#kept.room);
    setTrees(this.#cache, [{ ...this.#kept, digest: this.digest, inputs: this.#inputs, stamps }, ...others]);
  }

  #part(number: number): Map<string, TreeFile> {
    let part = this.#parts.get(number);
    if (!part) {
      part = new Map();
      const text = this.#cache.row(roomOf(this.#kept), rowId(number));
      if (text !== null) readPart(text, part);
      this.#parts.set(number, part);
    }
    return part;
  }
}
