// Words such as #MeToo in what readers see: after a space YAML takes them for a comment, and a headline would end there
// without a word. Where a letter or a digit follows the # directly, and the key holds text for readers, the value is
// read with it, as if it stood between quotes. `# a remark` stays a comment, and so does everything behind ids and dates.
// Invariant: no line is added or removed, only whole values of one scalar are put between quotes, and each is told.

import { fold } from '../base/text.ts';
import { articleKeys } from './keys.ts';
import { foldKey, type ListNode, type MapNode, type Node, type Pair } from './nodes.ts';
import { readYaml, type YamlResult } from './yaml-tree.ts';

/** One value that was put between quotes: where its # stands in the head that was given, and what stands there. */
export interface HashWord {
  readonly key: string;
  /** The whole value. */
  readonly value: string;
  /** Offset of the `#`. */
  readonly start: number;
  /** `#MeToo`. */
  readonly word: string;
}

/** A head with its words behind # between quotes. */
export interface Quoted {
  readonly head: string;
  readonly result: Extract<YamlResult, { ok: true }>;
  readonly words: readonly HashWord[];
}

const words = (text: string): readonly string[] => text.split(/\s+/);
const ofArticles: readonly string[] = ['title', 'kicker', 'summary', 'corrections', 'credits'];
/** Keys of readers' text wherever they stand; `lead` and others are text at the top only, and ids below it. */
const anywhere = new Set(
  words(`title titre name nom headline kicker summary description tagline slogan baseline publisher role rights bio label
  caption legend legende figcaption alt alttext alternative textealternatif credit credits copyright text texte message`),
);
const atTop = new Set([...anywhere, ...spellingsOf(ofArticles)]);
/** Lists whose items are words that readers see. */
const labels = new Set(spellingsOf(['topics', 'categories']));
const beside = /^(?:image|cover|photo|hero|illustration|featuredimage|teaserimage).*(?:alt|alttext|caption|credit)$/;

/** All spellings of some keys of articles, folded. */
function spellingsOf(keys: readonly string[]): string[] {
  return articleKeys
    .filter(({ name }) => keys.includes(name))
    .flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldKey));
}

/** True for a key that holds text for readers; at the top of a head there are more of them than below. */
export function isReadersText(key: string, place: 'top' | 'below'): boolean {
  const folded = fold(foldKey(key));
  return place === 'top' ? atTop.has(folded) || beside.test(folded) : anywhere.has(folded);
}

const hashWord = /[ \t]#[\p{L}\p{N}]/u;
const atHash = /[ \t]+#(?=[\p{L}\p{N}])/uy;
const atColon = /[ \t]*:[ \t]+#(?=[\p{L}\p{N}])/uy;

/** Where a comment begins behind a value: `text` has words with a # in it, `other` has none. */
export function commentStart(value: string, kind: 'text' | 'other'): number {
  const at = value.search(kind === 'text' ? /[ \t]+#(?![\p{L}\p{N}])/u : /[ \t]+#/);
  return at === -1 ? value.length : at;
}

/** Puts such values between quotes; null when there is none, or when the head could not be read then. */
export function quoteHashWords(head: string, root: Node): Quoted | null {
  if (!hashWord.test(head)) return null;
  const cuts = new Map<number, Cut>();
  collect({ head, cuts, seen: new Set() }, root, 'top');
  if (cuts.size === 0) return null;
  let text = '';
  let last = 0;
  for (const { start, end } of [...cuts.values()].toSorted((a, b) => a.start - b.start)) {
    text += `${head.slice(last, start)}'${head.slice(start, end).replaceAll("'", "''")}'`;
    last = end;
  }
  const result = readYaml(text + head.slice(last));
  if (!result.ok || result.root?.kind !== 'map') return null;
  const told = [...cuts.values()].map(({ key, start, end, hash }): HashWord => {
    const word = /^\S*/.exec(head.slice(hash, end))?.[0] ?? '#';
    return { key, value: head.slice(start, end), start: hash, word };
  });
  return { head: result.head, result, words: told };
}

interface Cut {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly hash: number;
}

interface Search {
  readonly head: string;
  readonly cuts: Map<number, Cut>;
  /** An alias shares its node: each is looked at once. */
  readonly seen: Set<Node>;
}

function collect(search: Search, node: Node, place: 'top' | 'below'): void {
  if (node.kind === 'scalar' || search.seen.has(node)) return;
  search.seen.add(node);
  if (node.kind === 'list') for (const item of node.items) collect(search, item, place);
  else for (const pair of (node satisfies MapNode).pairs) collectPair(search, pair, place);
}

function collectPair(search: Search, pair: Pair, place: 'top' | 'below'): void {
  const { value, key } = pair;
  if (value.kind !== 'scalar') collect(search, value, 'below');
  if (place === 'top' && labels.has(foldKey(key))) {
    const isEmpty = value.kind === 'scalar' && value.value === null;
    const found = value.kind === 'list' ? cutItems(search.head, key, value) : isEmpty ? [cutOf(search.head, pair)] : [];
    for (const cut of found) if (cut !== null) search.cuts.set(cut.start, cut);
  }
  if (!isReadersText(key, place)) return;
  const found = value.kind === 'list' ? value.items.map((item) => cutBehind(search.head, key, item)) : [];
  for (const cut of [...found, cutOf(search.head, pair)]) if (cut !== null) search.cuts.set(cut.start, cut);
}

/** The value with what YAML took for a comment; null when there is none, or when quotes or a block say what is meant. */
function cutOf(head: string, { key, keyEnd, value }: Pair): Cut | null {
  if (keyEnd < 0 || value.kind !== 'scalar') return null;
  atColon.lastIndex = keyEnd;
  const opening = atColon.exec(head);
  if (opening === null) return cutBehind(head, key, value);
  const start = keyEnd + opening[0].length - 1;
  return { key, start, end: lineEnd(head, Math.max(start, value.end)), hash: start };
}

function cutBehind(head: string, key: string, value: Node): Cut | null {
  if (value.kind !== 'scalar' || value.start < 0 || value.end <= value.start) return null;
  // Neither a quote, nor a sign of YAML, nor the mark of a block stands before it.
  if (/["']/.test(head[value.start] as string)) return null;
  if (!/[:-][ \t\n]+$/.test(head.slice(Math.max(0, value.start - 60), value.start))) return null;
  atHash.lastIndex = value.end;
  const behind = atHash.exec(head);
  if (behind === null) return null;
  return { key, start: value.start, end: lineEnd(head, value.end), hash: value.end + behind[0].length - 1 };
}

/** Items that YAML took for empty: `- #MeToo`. */
function cutItems(head: string, key: string, { items }: ListNode): Cut[] {
  const dash = /\n[ \t]*-[ \t]+/g;
  return items.flatMap((item) => {
    if (item.kind !== 'scalar' || item.value !== null || item.start < 0 || item.end > item.start) return [];
    dash.lastIndex = Math.max(dash.lastIndex, item.start);
    if (dash.exec(head) === null) return [];
    const start = dash.lastIndex;
    if (!/^#[\p{L}\p{N}]/u.test(head.slice(start, start + 3))) return [];
    return [{ key, start, end: lineEnd(head, start), hash: start }];
  });
}

/** Where the value ends that goes on here: at a comment, or with the line. */
function lineEnd(head: string, from: number): number {
  const newline = head.indexOf('\n', from);
  const rest = head.slice(from, newline === -1 ? head.length : newline);
  return from + rest.slice(0, commentStart(rest, 'text')).trimEnd().length;
}
