// Keys below a key: those of a picture, a film, a correction, a block of the front page. Each reader has a table of them,
// which it reads by (`pick`) and tells strangers by: what is not in it would be dropped without a word.
// Keys of other programs that have no effect are let pass, as at the top of a file.
// Invariant: telling changes nothing of what is read.

import { didYouMean, fold, nearest, oneLine, sentences } from '../base/text.ts';
import { foreignBelow, foreignKeys } from './foreign-keys.ts';
import { keyFinding } from './front-matter.ts';
import { foldKey, type MapNode, type Pair } from './nodes.ts';
import type { Reading } from './values.ts';

/** The keys of a group: our name of each, and all its spellings, folded and without accents, in order of precedence. */
export type NestedKeys = Readonly<Record<string, readonly string[]>>;

/** Whose other keys are let pass: those that other programs write there as well, or nobody's. */
export type Strangers = 'foreign' | 'none';

/** Tells each key of a group that is in no table; `inside` is the key above it, as written. */
export function tellUnknownKeys(
  reading: Reading,
  map: MapNode,
  { keys, inside, strangers }: { readonly keys: NestedKeys; readonly inside: string; readonly strangers: Strangers },
): void {
  const spellings = Object.values(keys).flat();
  for (const pair of map.pairs) {
    const folded = foldKey(pair.key);
    if (pair.key.startsWith('_') || spellings.includes(fold(folded))) continue;
    if (strangers === 'foreign' && (foreignKeys.has(folded) || foreignBelow.has(folded))) continue;
    const message = sentences(unknownMessage(pair, inside), didYouMean(nearestKey(pair, keys)));
    const hint = `Understood there are: ${Object.keys(keys).join(', ')}.`;
    reading.findings.push(
      keyFinding(reading.matter, pair, { code: 'unknown-key', severity: 'warning', message, hint, onKey: true }),
    );
  }
}

function unknownMessage({ key }: Pair, inside: string): string {
  return `There is no key "${oneLine(key.slice(0, 60)).text}" in "${oneLine(inside.slice(0, 60)).text}".`;
}

/** The key of a group that was probably meant, or null. */
function nearestKey({ key }: Pair, keys: NestedKeys): string | null {
  return nearest(
    foldKey(key),
    Object.entries(keys).flatMap(([name, spellings]) => [name, ...spellings]),
  );
}
