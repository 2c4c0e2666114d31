// The `comments` key of site.md: the address of the intake, and how long readers' network addresses are kept.
// Whether anything answers at that address is not asked here.
// Invariant: a mistake costs the one value that it stands in; without an address there is no form on any page.

import { tellUnknownKeys, type NestedKeys } from './nested-keys.ts';
import { pick, type MapNode, type Pair } from './nodes.ts';
import type { CommentSettings } from './types.ts';
import { complainOfSetting, readWord, type Reading } from './values.ts';

/** Most days that a hash may be kept: a year. */
const mostDays = 366;

/** The default: no intake. */
export const noIntake: CommentSettings = { intake: null, keepDays: 30 };

const keys = { intake: ['intake'], 'keep-days': ['keepdays'] } as const satisfies NestedKeys;

/** Reads the settings of comments. */
export function readCommentSettings(
  reading: Reading & { readonly first: (key: 'comments') => Pair | null },
): CommentSettings {
  const pair = reading.first('comments');
  if (pair === null) return noIntake;
  if (pair.value.kind !== 'map') {
    complainOfSetting(reading, pair, {
      message: '"comments" must hold intake and keep-days.',
      hint: 'Write them below it, indented by two spaces.',
    });
    return noIntake;
  }
  const { value } = pair;
  tellUnknownKeys(reading, value, { keys, inside: 'comments', strangers: 'none' });
  return { intake: readIntake(reading, value), keepDays: readDays(reading, value) };
}

function readIntake(reading: Reading, map: MapNode): string | null {
  const pair = pick(map, ['intake']);
  const written = readWord(reading, pair);
  if (written === null || pair === null) return null;
  const address = `${written.replace(/\/+$/, '')}/`;
  const isPath = /^\/(?:[\w.~-]+\/)+$/.test(address);
  const isFull = /^https?:\/\/[^\s"<>\\?#]+$/i.test(address) && URL.canParse(address);
  if (isPath || isFull) return address;
  const message = 'The address of the intake cannot be used, so there is no form for comments.';
  complainOfSetting(reading, pair, {
    message,
    hint: 'Write intake: /intake/ or intake: https://commentaires.example.org/.',
  });
  return null;
}

function readDays(reading: Reading, map: MapNode): number {
  const pair = pick(map, ['keepdays']);
  const written = readWord(reading, pair);
  if (written === null || pair === null) return noIntake.keepDays;
  const days = /^\d{1,4}$/.test(written) ? Number(written) : Number.NaN;
  if (days <= mostDays) return days;
  const message = `"keep-days" is a number of days up to ${mostDays}; ${noIntake.keepDays} is taken.`;
  complainOfSetting(reading, pair, { message, hint: 'Write keep-days: 30.' });
  return noIntake.keepDays;
}
