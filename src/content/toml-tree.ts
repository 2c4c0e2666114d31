// TOML to a tree of nodes, by smol-toml. Places are not known to it: they are found by the key when a finding needs one.
// Dates come back as text; a date that TOML refuses (30 February, one-digit hours) is read as the text that was written,
// so that one reader of dates judges all of them. Invariant: never throws, changes no number of lines.

import { parse, TomlDate, TomlError } from 'smol-toml';
import type { MapNode, Node } from './nodes.ts';

export type TomlResult =
  | { readonly ok: true; readonly root: MapNode; readonly head: string }
  | { readonly ok: false; readonly fault: { readonly reason: string; readonly offset: number } };

const bareDate = /^([ \t]*[\w.-]+[ \t]*=[ \t]*)(\d{4}-\d{1,2}-\d{1,2}[^"'#\n]*?)([ \t]*(?:#.*)?)$/gm;

/** Reads a head in TOML. */
export function readToml(head: string): TomlResult {
  // smol-toml makes 2 March of 30 February. In texts over several lines something else could look like a date.
  const hasLongTexts = head.includes('"""') || head.includes("'''");
  return tryToml(hasLongTexts ? head : head.replace(bareDate, '$1"$2"$3'));
}

function tryToml(head: string): TomlResult {
  try {
    const table: unknown = parse(head, { maxDepth: 40 });
    const root = toNode(table);
    return root.kind === 'map' ? { ok: true, root, head } : { ok: false, fault: { reason: 'no table', offset: 0 } };
  } catch (error) {
    if (!(error instanceof TomlError)) return { ok: false, fault: { reason: 'it cannot be read', offset: 0 } };
    const reason = (error.message.split('\n')[0] as string).replace(/^Invalid TOML document: /, '');
    const lines = head.split('\n').slice(0, error.line - 1);
    const offset = lines.reduce((sum, line) => sum + line.length + 1, 0) + error.column - 1;
    return { ok: false, fault: { reason, offset } };
  }
}

const nowhere = { start: -1, end: -1 };

function toNode(value: unknown): Node {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return { kind: 'scalar', value, ...nowhere };
  if (value instanceof TomlDate)
    return { kind: 'scalar', value: value.toISOString().replace(/\.000(?=$|[Z+-])/, ''), ...nowhere };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(toNode), ...nowhere };
  if (typeof value === 'object') {
    const pairs = Object.entries(value).map(([key, item]) => ({ key, keyStart: -1, keyEnd: -1, value: toNode(item) }));
    return { kind: 'map', pairs, ...nowhere };
  }
  return { kind: 'scalar', value: String(value), ...nowhere };
}
