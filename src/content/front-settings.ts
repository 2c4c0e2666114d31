// The `front` key of site.md: what the editor picks for the front page.
// Whether the sections, topics and articles that it names exist is asked when the page is made.
// Invariant: a mistake costs the one value that it stands in.

import { readList } from './list-values.ts';
import { tellUnknownKeys, type NestedKeys } from './nested-keys.ts';
import { isEmpty, pick, type Node, type Pair } from './nodes.ts';
import type { FrontBlock, SiteSettings } from './types.ts';
import { complainOfSetting, readText, readWord, type Reading } from './values.ts';

/** Nothing is picked. */
export const noPicks: SiteSettings['front'] = { lead: null, also: [], blocks: [] };

const keys = { lead: ['lead'], also: ['also'], blocks: ['blocks'] } as const satisfies NestedKeys;
const blockKeys = {
  section: ['section', 'rubrique'],
  topic: ['topic', 'tag', 'sujet'],
  title: ['title', 'name', 'titre'],
  articles: ['articles', 'article'],
} as const satisfies NestedKeys;

/** Reads what is picked. */
export function readFrontSettings(
  reading: Reading & { readonly first: (key: 'front') => Pair | null },
): SiteSettings['front'] {
  const pair = reading.first('front');
  if (pair === null) return noPicks;
  if (pair.value.kind !== 'map') {
    complainOfSetting(reading, pair, {
      message: '"front" must hold lead, also and blocks.',
      hint: 'Write them below it, indented by two spaces.',
    });
    return noPicks;
  }
  tellUnknownKeys(reading, pair.value, { keys, inside: 'front', strangers: 'none' });
  const blocks = pick(pair.value, ['blocks']);
  return {
    lead: readWord(reading, pick(pair.value, ['lead'])),
    also: readList(reading, pick(pair.value, ['also'])),
    blocks: blocks === null ? [] : readBlocks(reading, blocks),
  };
}

function readBlocks(reading: Reading, pair: Pair): FrontBlock[] {
  if (pair.value.kind !== 'list') {
    complainOfSetting(reading, pair, {
      message: '"blocks" must be a list.',
      hint: 'Write - section: monde on a line of its own for each block.',
    });
    return [];
  }
  return pair.value.items.flatMap((item) => {
    const block = readBlock(reading, item);
    if (block === null && !isEmpty(item)) {
      complainOfSetting(reading, pair, {
        message: 'A block names no section and no topic.',
        hint: 'Write - section: monde.',
        node: item,
      });
    }
    return block === null ? [] : [block];
  });
}

function readBlock(reading: Reading, item: Node): FrontBlock | null {
  if (item.kind === 'list') return null;
  if (item.kind === 'scalar') {
    return typeof item.value === 'string' && item.value !== ''
      ? { section: item.value, topic: null, title: null, articles: [] }
      : null;
  }
  tellUnknownKeys(reading, item, { keys: blockKeys, inside: 'blocks', strangers: 'none' });
  const section = readWord(reading, pick(item, blockKeys.section));
  const topic = readWord(reading, pick(item, blockKeys.topic));
  const articles = readList(reading, pick(item, blockKeys.articles));
  if (section === null && topic === null) return null;
  return { section, topic, title: readText(reading, pick(item, blockKeys.title), 200), articles };
}
