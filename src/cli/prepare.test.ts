// After `npm run prepare` a build finds all of its code compiled.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite } from '../test/site.ts';

const code = mkdtempSync(join(tmpdir(), 'depeche-code-'));
afterAll(() => rmSync(code, { recursive: true }));
afterAll(removeSites);

/** Runs a program of this room with its own store of compiled code, and answers the names of what lies there then. */
function compiledAfter(program: string, ...args: readonly string[]): string[] {
  const env = { ...process.env, NODE_COMPILE_CACHE: code };
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, program), ...args], { env });
  expect({ status, stderr: String(stderr) }).toMatchObject({ status: 0 });
  return readdirSync(code, { recursive: true, encoding: 'utf8' }).toSorted();
}

test('the first build afterwards has nothing left to compile', () => {
  const compiled = compiledAfter('prepare.ts');
  expect(compiled.length).toBeGreaterThan(40);
  const { content, out } = testSite(healthy);
  const cache = `${code}-cache`;
  try {
    const build = ['build', '--content', content, '--out', out, '--cache', cache];
    expect(compiledAfter('main.ts', ...build)).toEqual(compiled);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});

test('nor has Eleventy, where it is needed', () => {
  const compiled = compiledAfter('prepare.ts');
  expect(compiledAfter('../eleventy/draw.ts')).toEqual(compiled);
});
