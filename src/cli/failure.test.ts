// Errors as sentences.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { errorOf, failureOf, failureSentence } from './failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-failure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const system = (code: string, path = '/srv/_site/a.html'): Error => Object.assign(new Error(`${code}: x`), { code, path }); // prettier-ignore

test.each(['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENFILE', 'EIO', 'EXDEV', 'EBUSY'])(
  '%s is one sentence with the path and what to do',
  (code) => {
    const sentence = failureSentence(system(code));
    expect(sentence).toContain('/srv/_site/a.html');
    expect(sentence).toMatch(/^[a-z/][^\n]*(;)[^\n]*\.$/);
    expect(sentence).not.toContain(code);
  },
);

test('an error that Eleventy has wrapped is found', () => {
  const wrapped = Object.assign(new Error('Having trouble writing'), { originalError: system('ENOSPC') });
  expect(failureSentence(new Error('Problem', { cause: wrapped }))).toContain('the disk is full');
});

test('an error that came from a thread keeps what is known of it', () => {
  const there = errorOf(structuredClone(failureOf(system('EMFILE'))));
  expect(failureSentence(there)).toContain('ulimit -n');
});

test('an error of a theme names file and line, and no stack', async () => {
  const file = join(folder, 'page.js');
  writeFileSync(file, '\nexport const page = () => { throw new TypeError("no such field"); };\n');
  const { page } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { page: () => never };
  let thrown: unknown;
  try {
    page();
  } catch (error) {
    thrown = error;
  }
  expect(failureSentence(errorOf(failureOf(thrown)))).toBe(`no such field (${file}:2:35)`);
});

test.each([
  ['TypeScript', 'a.ts', '\nexport functio a() {}\n', ':2:8'],
  ['TypeScript that wants to be compiled', 'b.ts', 'export enum A { B }\n', ':1:8'],
])('a text that is no %s is named with line and column, and no place of Node’s own', async (_, name, text, place) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  // As the program does it: what runs the tests reads TypeScript itself.
  const load = `import(${JSON.stringify(pathToFileURL(file).href)}).catch((error) => process.stdout.write(error.stack))`;
  const stack = execFileSync(process.execPath, ['-e', load], { encoding: 'utf8' });
  const error = Object.assign(new SyntaxError('Expected something else'), { stack });
  expect(failureSentence(error)).toBe(`Expected something else (${file}${place})`);
});

test('causes in a circle, and what is no error, are survived', () => {
  const error = new Error('a');
  error.cause = error;
  expect(failureSentence(error)).toMatch(/^a( \(.*\))?$/);
  expect(failureSentence('nothing')).toBe('nothing');
});
