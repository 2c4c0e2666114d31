import { expect, test } from 'vitest';
import { cutElisions, elisionMark } from './elisions.ts';
import { isArticlePath, shardsOf } from './shards.ts';

test.each(['/2026/03/05/crue.html', '/en/2026/03/05/flood.html', '/pt-br/2026/03/05/cheia.html'])(
  '%s is an article',
  (path) => expect(isArticlePath(path)).toBe(true),
);

test.each([
  '/index.html',
  '/2026/03/index.html',
  '/2026/03/05/index.html',
  '/monde/2026/03/index.html',
  '/texte/2026/03/05/crue.html',
  '/texte/en/2026/03/05/crue.html',
  '/sujets/eau/2026/03/05/x.html',
])('%s is none', (path) => expect(isArticlePath(path)).toBe(false));

test('each year is a shard, the newest first, whatever the order of the files', () => {
  const paths = ['/2025/01/01/a.html', '/2026/03/05/c.html', '/en/2026/03/04/b.html', '/monde/index.html'];
  const shards = shardsOf(paths);
  expect(shards.map(({ name, paths: inside }) => [name, inside])).toEqual([
    ['2026', ['/en/2026/03/04/b.html', '/2026/03/05/c.html']],
    ['2025', ['/2025/01/01/a.html']],
  ]);
  expect(shardsOf(paths.toReversed())).toEqual(shards);
});

test('a year with many articles is divided between days, and a new article changes its last part only', () => {
  const day = (number: number, count: number): string[] =>
    Array.from({ length: count }, (_, i) => `/2026/01/${String(number).padStart(2, '0')}/a${i}.html`);
  const before = shardsOf([...day(1, 3), ...day(2, 3), ...day(3, 3)], 5);
  expect(before.map(({ name, paths }) => [name, paths.length])).toEqual([
    ['2026-3', 3],
    ['2026-2', 3],
    ['2026', 3],
  ]);
  const after = shardsOf([...day(1, 3), ...day(2, 3), ...day(3, 3), ...day(4, 1)], 5);
  expect(after.slice(1)).toEqual(before.slice(1));
  expect(after[0]?.paths).toHaveLength(4);
});

test.each([
  ['l’eau', `l’${elisionMark}eau`],
  ['d&#39;eau', `d&#39;${elisionMark}eau`],
  ["qu'il", `qu'${elisionMark}il`],
  ['l’<em>eau</em>', `l’${elisionMark}<em>eau</em>`],
  ['aujourd’hui', 'aujourd’hui'],
  ['l’<a href="/x">', 'l’<a href="/x">'],
  ['rock ’n’ roll', 'rock ’n’ roll'],
])('the elision of %s is cut for the indexer', (text, cut) => expect(cutElisions(text)).toBe(cut));
