// YAML (and JSON, which is YAML) to a tree of nodes, by the events of js-yaml, so that each value knows its place.
// Of the schema only null, true and false are left; tags have no effect; nothing is converted and nothing runs.
// It does not repair (repair-yaml.ts does) and has no opinion about keys.
// Invariant: an alias shares its node, so that a "billion laughs" costs nothing; `<<` merges one level of keys.

import { EVENT_ID, SCALAR_STYLE, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import type { Node, Pair } from './nodes.ts';

/** Why YAML could not be read, and where in the head. */
export interface YamlFault {
  readonly reason: string;
  readonly offset: number;
}

/** Either the tree (null: the head holds nothing but comments) or the fault. */
export type YamlResult =
  | { readonly ok: true; readonly root: Node | null; readonly repeated: readonly Pair[] }
  | { readonly ok: false; readonly fault: YamlFault };

type Events = ReturnType<typeof parseEvents>;

/**
 * Reads one YAML document. A quoted text that goes on at the left margin is read as every other program reads it, though
 * YAML 1.2 wants it indented; `head` is the text that was read, with as many lines as the one that was given.
 */
export function readYaml(head: string): YamlResult & { readonly head: string } {
  let text = head;
  for (let tries = 0; ; tries++) {
    const result = readStrictly(text);
    if (result.ok || result.fault.reason !== 'deficient indentation' || tries === 300) return { ...result, head: text };
    const start = text.lastIndexOf('\n', result.fault.offset - 1) + 1;
    if (start === 0 || text[start] === ' ') return { ...result, head: text };
    text = `${text.slice(0, start)} ${text.slice(start)}`;
  }
}

function readStrictly(head: string): YamlResult {
  try {
    return compose(head, parseEvents(head, { maxDepth: 40 }));
  } catch (error) {
    if (!(error instanceof YAMLException)) return { ok: false, fault: { reason: 'it cannot be read', offset: 0 } };
    return { ok: false, fault: { reason: error.reason, offset: error.mark?.position ?? 0 } };
  }
}

interface OpenList {
  readonly kind: 'list';
  readonly items: Node[];
  readonly start: number;
  readonly anchor: string | null;
}

interface OpenMap {
  readonly kind: 'map';
  readonly pairs: Pair[];
  readonly merged: Pair[];
  readonly names: Set<string>;
  key: Node | null;
  readonly start: number;
  readonly anchor: string | null;
}

function compose(head: string, events: Events): YamlResult {
  const open: (OpenList | OpenMap)[] = [];
  const anchors = new Map<string, Node>();
  const repeated: Pair[] = [];
  let root: Node | null = null;
  let documents = 0;
  let end = 0;

  const put = (node: Node): void => {
    const parent = open.at(-1);
    if (parent === undefined) root ??= node;
    else if (parent.kind === 'list') parent.items.push(node);
    else if (parent.key === null) parent.key = node;
    else {
      addPair(parent, node, repeated);
      parent.key = null;
    }
  };

  for (const event of events) {
    if (event.type === EVENT_ID.DOCUMENT) {
      documents += 1;
      if (documents > 1) break;
    } else if (event.type === EVENT_ID.SCALAR) {
      const node = scalar(head, event, end);
      end = Math.max(end, node.end);
      if (event.anchorStart !== -1) anchors.set(head.slice(event.anchorStart, event.anchorEnd), node);
      put(node);
    } else if (event.type === EVENT_ID.ALIAS) {
      const shared = anchors.get(head.slice(event.anchorStart, event.anchorEnd));
      end = Math.max(end, event.anchorEnd);
      if (shared === undefined) return { ok: false, fault: { reason: 'unknown alias', offset: event.anchorStart } };
      put(shared);
    } else if (event.type === EVENT_ID.POP) {
      const closed = open.pop();
      if (closed === undefined) continue;
      const node = close(closed, end);
      if (closed.anchor !== null) anchors.set(closed.anchor, node);
      put(node);
    } else {
      const anchor = event.anchorStart === -1 ? null : head.slice(event.anchorStart, event.anchorEnd);
      const { start } = event;
      if (event.type === EVENT_ID.SEQUENCE) open.push({ kind: 'list', items: [], start, anchor });
      else open.push({ kind: 'map', pairs: [], merged: [], names: new Set(), key: null, start, anchor });
    }
  }
  return { ok: true, root, repeated };
}

/** What was open as a node that ends at `end`, or where it began. */
function close(open: OpenList | OpenMap, end: number): Node {
  const { start } = open;
  const stop = Math.max(start, end);
  if (open.kind === 'list') return { kind: 'list', items: open.items, start, end: stop };
  return { kind: 'map', pairs: open.merged.concat(open.pairs), start, end: stop };
}

type ScalarEvent = Extract<Events[number], { type: 4 }>;

function scalar(head: string, event: ScalarEvent, end: number): Extract<Node, { kind: 'scalar' }> {
  if (event.valueStart === -1) return { kind: 'scalar', value: null, start: end, end };
  const text = event.fast ? head.slice(event.valueStart, event.valueEnd) : getScalarValue(head, event);
  const isPlain = event.style === SCALAR_STYLE.PLAIN;
  const value = isPlain && event.tagStart === -1 && text.length < 6 ? constant(text) : text;
  const isQuoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
  const around = isQuoted ? 1 : 0;
  return { kind: 'scalar', value, start: event.valueStart - around, end: event.valueEnd + around };
}

function constant(text: string): string | boolean | null {
  switch (text) {
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
    case '':
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    default:
      return text;
  }
}

function addPair(map: OpenMap, value: Node, repeated: Pair[]): void {
  const { key } = map;
  if (key === null) return;
  if (key.kind !== 'scalar') {
    // A list or a map as a key means nothing to a newsroom; its own text names it in findings.
    map.pairs.push({ key: '?', keyStart: key.start, keyEnd: key.end, value });
    return;
  }
  if (key.value === '<<') {
    for (const source of value.kind === 'list' ? value.items : [value]) merge(map, source);
    return;
  }
  const name = String(key.value ?? '');
  const pair: Pair = { key: name, keyStart: key.start, keyEnd: key.end, value };
  if (map.names.has(name)) repeated.push(pair);
  else map.names.add(name);
  map.pairs.push(pair);
}

/** Merged pairs stand before the map's own, the first source last: whoever asks takes the last of a name. */
function merge(map: OpenMap, source: Node): void {
  if (source.kind === 'map' && map.merged.length < 500) map.merged.unshift(...source.pairs.slice(0, 200));
}
