// The `credits` key: who did what for an article, as a wire's credit line or as roles with names.
// The credit line that ends a text is found by the body's scan; the key wins over it.
// Invariant: no name that was written is lost; a role that is not understood makes a contributor.

import type { ArticleReading } from './article-keys.ts';
import { splitNames } from './article-desk.ts';
import { parseCreditLine } from './credits.ts';
import { tellUnknownKeys, type NestedKeys } from './nested-keys.ts';
import { pick, textOf, type Node, type Pair } from './nodes.ts';
import type { Credit } from './types.ts';
import { readList } from './list-values.ts';
import { readText } from './values.ts';

const roles: readonly (readonly [RegExp, Credit['role']])[] = [
  [/^(?:report|journalist|enqu)/i, 'reporter'],
  [/^(?:writ|r[eé]da|[eé]cri|text|auteur|author)/i, 'writer'],
  [/^(?:trans|tradu|version)/i, 'translator'],
  [/^(?:edit|[eé]dit|relu|revis|r[eé]vis)/i, 'editor'],
];

const person = {
  role: ['role', 'kind', 'type', 'fonction'],
  name: ['name', 'nom'],
  place: ['place', 'lieu', 'city'],
} as const satisfies NestedKeys;

/** The `credits` key: a credit line as a wire has it, or roles with names. Null when there is none. */
export function readCredits(reading: ArticleReading): { line: string | null; credits: readonly Credit[] } | null {
  const pair = reading.first('credits');
  if (pair === null) return null;
  const { value } = pair;
  if (value.kind === 'map') {
    return {
      line: null,
      credits: value.pairs.flatMap((role) => namesOf(reading, pair, role.value).map((name) => credit(role.key, name))),
    };
  }
  const line = value.kind === 'list' ? listLine(reading, pair, value.items) : readText(reading, pair, 1000);
  if (typeof line !== 'string') return line;
  const bare = line.replace(/^\((.*)\)\.?$/, '$1');
  return { line: bare, credits: parseCreditLine(bare) };
}

function listLine(
  reading: ArticleReading,
  pair: Pair,
  items: readonly Node[],
): string | { line: null; credits: Credit[] } | null {
  const people = items.flatMap((item) => {
    if (item.kind !== 'map') return [];
    tellUnknownKeys(reading, item, { keys: person, inside: pair.key, strangers: 'foreign' });
    const name = pick(item, person.name);
    const role = pick(item, person.role);
    const credited = credit(role === null ? '' : (textOf(role.value) ?? ''), readText(reading, name, 200) ?? '');
    const place = readText(reading, pick(item, person.place), 200);
    return credited.name === '' ? [] : [{ ...credited, place }];
  });
  if (people.length > 0) return { line: null, credits: people };
  return readList(reading, pair).join('; ') || null;
}

function namesOf(reading: ArticleReading, pair: Pair, node: Node): string[] {
  const texts = (node.kind === 'list' ? node.items : [node]).map((item) =>
    readText(reading, { ...pair, value: item }, 500),
  );
  return texts.flatMap((text) => (text === null ? [] : splitNames(text)));
}

function credit(role: string, name: string): Credit {
  return { role: roles.find(([words]) => words.test(role.trim()))?.[1] ?? 'contributor', name, place: null };
}
