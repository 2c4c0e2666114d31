// Lists of front matter: topics, authors, securities. Programs write them as lists, as one text with commas, as lists in
// lists, and as groups. It knows no key by name. Invariant: no text stands twice; what is no text is a finding.

import { oneLine, plainText } from '../base/text.ts';
import { isEmpty, textOf, type Node, type Pair } from './nodes.ts';
import { complain, name as keyName, tidyText, writtenText, type Reading } from './values.ts';

/** A list of texts. One text is split at commas; a map in the list gives its `name`. */
export function readList(
  reading: Reading,
  pair: Pair | null,
  split: (text: string) => string[] = splitCommas,
): string[] {
  if (pair === null || isEmpty(pair.value)) return [];
  const { value } = pair;
  if (value.kind === 'list') return unique(value.items.flatMap((item) => readItem(reading, pair, item)));
  if (value.kind === 'map' && namesOf(value) !== null) return unique(readItem(reading, pair, value));
  const written = value.kind === 'scalar' && typeof value.value === 'string' ? value.value : null;
  if (written !== null)
    return unique(
      split(oneLine(written).text)
        .map(plainText)
        .filter((part) => part !== ''),
    );
  // `false` in place of a list means none.
  if (value.kind === 'scalar' && value.value === false) return [];
  complain(reading, pair, {
    message: `"${keyName(pair)}" must be a list.`,
    hint: `Write ${keyName(pair)}: [one, two].`,
  });
  return [];
}

/** The texts of an item: Hexo writes lists in lists, exports of WordPress a group of names (`tags: { a: { slug: a } }`). */
function readItem(reading: Reading, pair: Pair, item: Node, depth = 0): string[] {
  if (isEmpty(item)) return [];
  if (item.kind === 'list' && depth < 4) return item.items.flatMap((one) => readItem(reading, pair, one, depth + 1));
  const written =
    item.kind === 'map'
      ? (namesOf(item) ?? spelledItem(item))
      : [writtenText(reading, item)].filter((text) => text !== null);
  if (written !== null && written.length > 0)
    return written.flatMap((text) => tidyText(reading, { pair, node: item, written: text, max: 200 }) ?? []);
  complain(reading, pair, {
    message: `An item of "${keyName(pair)}" is not a text.`,
    hint: 'Write one name a line.',
    node: item,
  });
  return [];
}

/** `- Star Trek: Voyager` without quotes is a text that YAML takes for a key. */
function spelledItem(map: Extract<Node, { kind: 'map' }>): string[] | null {
  const [only, ...others] = map.pairs;
  const text = only === undefined || others.length > 0 ? null : textOf(only.value);
  return text === null || text.trim() === '' ? null : [`${only?.key}: ${text}`];
}

/** What a group is called: its own name, or those of its keys when no value is a text. */
function namesOf(map: Extract<Node, { kind: 'map' }>): string[] | null {
  const own = namedItem(map);
  if (own !== null) return [own];
  if (map.pairs.length === 0 || map.pairs.some(({ value }) => textOf(value) !== null)) return null;
  return map.pairs.map(
    ({ key, value }) => (value.kind === 'map' ? namedItem(value, ['name', 'title', 'label']) : null) ?? key,
  );
}

const names = ['id', 'name', 'title', 'label', 'slug', 'isin', 'ticker', 'display_name', 'login'];

function namedItem(map: Extract<Node, { kind: 'map' }>, keys: readonly string[] = names): string | null {
  for (const key of keys) {
    const found = map.pairs.findLast((pair) => pair.key.toLowerCase() === key)?.value;
    if (found?.kind === 'scalar' && typeof found.value === 'string' && found.value.trim() !== '') return found.value;
  }
  return null;
}

/** Parts of a text between commas or semicolons; spaces never separate ("Intelligence artificielle" is one topic). */
export function splitCommas(text: string): string[] {
  return text
    .replace(/^\[|\]$/g, '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function unique(items: readonly string[]): string[] {
  return items.length < 2 ? [...items] : [...new Set(items)];
}
