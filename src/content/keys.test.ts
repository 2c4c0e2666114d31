// The table of keys: no spelling means two things, and the README's table holds every key.

import { expect, test } from 'vitest';
import { articleKeys, findKey, meantKey, printKeyTable } from './keys.ts';
import { foreignKeys } from './foreign-keys.ts';
import { foldKey } from './nodes.ts';

test('each spelling leads to one key, whatever its case, _ or -', () => {
  const all = articleKeys.flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldKey));
  expect(new Set(all).size).toBe(all.length);
  for (const spelling of ['featured_image', 'featuredImage', 'Featured-Image', 'FEATURED IMAGE']) {
    expect(findKey(foldKey(spelling))).toMatchObject({ key: 'image' });
  }
});

test('no key of ours is in the list of keys without effect', () => {
  const ours = articleKeys.flatMap(({ name, synonyms }) => [name, ...synonyms].map(foldKey));
  expect(ours.filter((key) => foreignKeys.has(key))).toEqual([]);
});

test('keys of other programs are known and have no effect', () => {
  for (const key of [
    'layout',
    'permalink',
    'eleventyComputed',
    'templateEngineOverride',
    'wordpress_id',
    '_yoast_wpseo_title',
    'weight',
  ]) {
    expect(key.startsWith('_') || findKey(foldKey(key)) === 'foreign').toBe(true);
  }
});

test('a slip finds the key that was meant', () => {
  expect(meantKey('titel')).toBe('title');
  expect(meantKey('Authros')).toBe('authors');
  expect(meantKey('foobarbaz')).toBeNull();
});

test('the printed table has a row for each key', () => {
  const table = printKeyTable();
  for (const { name } of articleKeys) expect(table).toContain(`| \`${name}\` |`);
});
