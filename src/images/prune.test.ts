// What the cache of pictures keeps, and what goes after two months.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { photo } from '../test/picture-files.ts';
import { createCardMaker } from './make-cards.ts';
import { createPictureMaker, type PictureRules } from './make-pictures.ts';

const day = 24 * 3600_000;
const folder = mkdtempSync(join(tmpdir(), 'depeche-prune-'));
const root = join(folder, 'content');
const cache = join(folder, 'pictures');
mkdirSync(root);
afterAll(() => rmSync(folder, { recursive: true }));

const begin = Date.now();
const names = (): string[] => readdirSync(cache).toSorted();

/** Makes or uses pictures `days` after the beginning. */
async function use(days: number, pictures: readonly string[], mode: PictureRules['mode'] = 'make'): Promise<number> {
  let made = 0;
  const rules: PictureRules = { folder: cache, mode, now: () => begin + days * day, onProgress: () => void made++ };
  await createPictureMaker(rules)(
    root,
    pictures.map((name) => [name]),
  );
  return made;
}

function useCard(days: number): Promise<void> {
  const now = (): number => begin + days * day;
  const make = createCardMaker({ folder: cache, mode: 'make', now });
  return make([{ seed: 'monde', name: 'Monde', paper: 'Dépêche' }]).make();
}

test('a picture that no build used for two months goes with all its files; what is used stays, and is not made again', async () => {
  writeFileSync(join(root, 'used.jpg'), await photo(800, 500).jpeg().toBuffer());
  await use(0, ['used.jpg']);
  await useCard(0);
  const ofUsed = names().filter((name) => name !== 'pruned');
  writeFileSync(join(root, 'left.jpg'), await photo(500, 800).jpeg().toBuffer());
  writeFileSync(join(root, 'broken.jpg'), 'no picture');
  await use(0, ['left.jpg', 'broken.jpg']);
  writeFileSync(join(cache, 'notes.txt'), 'the newsroom’s own');
  for (const days of [20, 40, 59]) {
    await use(days, ['used.jpg']);
    await useCard(days);
  }
  expect(names().length).toBeGreaterThan(ofUsed.length + 8);
  expect(await use(67, ['used.jpg'])).toBe(0);
  expect(names()).toEqual([...ofUsed, 'notes.txt', 'pruned'].toSorted());
  expect(await use(68, ['used.jpg', 'left.jpg'])).toBe(1);
});

test('what a killed build left behind goes; a build that only looks changes nothing', async () => {
  const draft = `.${crypto.randomUUID()}`;
  const orphan = `${'0'.repeat(16)}-360.avif`;
  for (const name of [draft, orphan]) {
    writeFileSync(join(cache, name), 'x');
    utimesSync(join(cache, name), begin / 1000, begin / 1000);
  }
  const before = names().map((name) => statSync(join(cache, name)).mtimeMs);
  await use(100, ['used.jpg'], 'look');
  expect(names().map((name) => statSync(join(cache, name)).mtimeMs)).toEqual(before);
  await use(100, ['used.jpg']);
  expect([draft, orphan].map((name) => existsSync(join(cache, name)))).toEqual([false, false]);
});

test('the folder is looked through once a week', async () => {
  const orphan = join(cache, `${'1'.repeat(16)}-360.avif`);
  writeFileSync(orphan, 'x');
  utimesSync(orphan, begin / 1000, begin / 1000);
  await use(106, ['used.jpg']);
  expect(existsSync(orphan)).toBe(true);
  await use(108, ['used.jpg']);
  expect(existsSync(orphan)).toBe(false);
});
