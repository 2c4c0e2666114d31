// What a person at a terminal sees of a build that takes long, and what nobody else sees.

import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function screen(env: Record<string, string> = {}, isTTY = true, columns = 80) {
  let time = 0;
  const written: string[] = [];
  const progress = createProgress({ isTTY, columns, write: (text) => written.push(text) }, env, () => time);
  return { progress, written, wait: (ms: number) => (time += ms) };
}

/** What stands on the line after all that was written. */
function lineOf(written: readonly string[]): string {
  let line = '';
  for (const text of written.join('').split('\r')) line = text + line.slice(text.length);
  return line.trimEnd();
}

test('a build shorter than a second shows nothing', () => {
  const { progress, written, wait } = screen();
  progress.phase('reading', 0, 10);
  wait(900);
  progress.phase('drawing', 5, 10);
  progress.clear();
  expect(written).toEqual([]);
});

test('a longer one shows one line, which is written over and taken away', () => {
  const { progress, written, wait } = screen();
  wait(1500);
  progress.phase('reading', 12_000, 100_000);
  expect(lineOf(written)).toBe('reading 12000 of 100000 · 12 % · 1 s');
  wait(100);
  progress.phase('pictures', 3, null);
  expect(lineOf(written)).toBe('pictures 3 · 1 s');
  expect(written.join('')).not.toMatch(/\n|\u001b/);
  progress.clear();
  expect(lineOf(written)).toBe('');
});

test('the line changes only so often, and is never wider than the terminal', () => {
  const { progress, written, wait } = screen({}, true, 20);
  wait(2000);
  for (let done = 0; done < 1000; done++) progress.phase('bringing in', done, 1000);
  expect(written).toHaveLength(1);
  expect(lineOf(written).length).toBeLessThan(20);
});

test('a terminal that does not know its width has the usual one', () => {
  const { progress, written, wait } = screen({}, true, 0);
  wait(1500);
  progress.phase('reading', 12_000, 100_000);
  expect(lineOf(written)).toBe('reading 12000 of 100000 · 12 % · 1 s');
});

test.each<readonly [string, Record<string, string>, boolean]>([
  ['a file or a pipe', {}, false],
  ['a CI job', { CI: 'true' }, true],
  ['a dumb terminal', { TERM: 'dumb' }, true],
])('%s gets nothing', (_, env, isTTY) => {
  const { progress, written, wait } = screen(env, isTTY);
  wait(5000);
  progress.phase('reading', 1, 2);
  progress.clear();
  expect(written).toEqual([]);
});
