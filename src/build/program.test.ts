// What counts as the program: a change of it draws every page anew, so nothing else may.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { programDigest } from './program.ts';

const root = mkdtempSync(join(tmpdir(), 'depeche-test-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

function digestWith(path: string, text: string): string {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return programDigest(root, []);
}

test('sources and the lockfile are the program; tests, what they stand on, and the benchmark are not', () => {
  const before = digestWith('src/base/text.ts', 'export {};');
  for (const path of ['base/text.test.ts', 'output/feed.fixture.ts', 'test/site.ts', 'bench/run.ts']) {
    expect([path, digestWith(`src/${path}`, 'changed')]).toEqual([path, before]);
  }
  const changed = digestWith('src/base/text.ts', 'export const changed = 1;');
  expect(changed).not.toBe(before);
  expect(digestWith('package-lock.json', '{}')).not.toBe(changed);
  expect(digestWith('src/cli/test-command.ts', '')).not.toBe(changed);
});
