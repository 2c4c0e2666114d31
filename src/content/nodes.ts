// Front matter as a tree, the same for YAML, TOML and JSON: every scalar as it was written, with its place.
// It gives values no meaning (keys.ts and the readers of each room do).
// Invariant: a scalar is a string, but for null, true and false; so a title `2024` or `1.10` stays what was typed.

import { fold } from '../base/text.ts';

/** One value of the front matter. Offsets count in the head's text; -1 when the place is not known. */
export type Node = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | boolean | null;
  readonly start: number;
  readonly end: number;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly start: number;
  readonly end: number;
}

export interface MapNode {
  readonly kind: 'map';
  readonly pairs: readonly Pair[];
  readonly start: number;
  readonly end: number;
}

/** A key and its value. */
export interface Pair {
  /** As written. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Node;
}

/** A key without what writers vary: case, `_`, `-` and spaces. */
export function foldKey(key: string): string {
  let folded = foldedKeys.get(key);
  if (folded === undefined) {
    folded = key
      .slice(0, 100)
      .toLowerCase()
      .replace(/[\s_-]+/g, '');
    // Bounded, because keys come from strangers.
    if (foldedKeys.size < 2000) foldedKeys.set(key, folded);
  }
  return folded;
}

const foldedKeys = new Map<string, string>();

/** True for a folded key that is this name, or is but for its accents (`légende`). */
function isKey(folded: string, name: string): boolean {
  return folded === name || (/\P{ASCII}/u.test(folded) && fold(folded) === name);
}

/** The value of the first of `names` that a map holds and that is not empty. Names are folded keys without accents. */
export function pick(map: MapNode, names: readonly string[]): Pair | null {
  for (const name of names) {
    const found = map.pairs.findLast(({ key, value }) => !isEmpty(value) && isKey(foldKey(key), name));
    if (found !== undefined) return found;
  }
  return null;
}

/** Nothing was written: null, an empty text, an empty list. */
export function isEmpty(node: Node): boolean {
  if (node.kind === 'scalar')
    return node.value === null || (typeof node.value === 'string' && node.value.trim() === '');
  return node.kind === 'list' && node.items.length === 0;
}

/** The text of a scalar; null for anything else, and for null, true and false. */
export function textOf(node: Node): string | null {
  return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}
