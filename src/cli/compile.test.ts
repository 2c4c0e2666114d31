// The compiled program stands for exactly its sources: as long as they are what it was made from, and no longer.

import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { type Outcome, run } from '../test/command.ts';
import { noon } from '../test/site.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-compiled-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A project with packages of its own, so that what is compiled lies in it. */
function copyProject(root: string): void {
  for (const name of ['src', 'templates', 'package.json', 'package-lock.json', 'eleventy.config.js', 'tsconfig.json'])
    cpSync(join(projectRoot, name), join(root, name), {
      recursive: true,
      filter: (path) => !path.endsWith('.test.ts'),
    });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules')))
    if (name !== '.depeche') symlinkSync(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name));
  mkdirSync(join(root, 'content/articles'), { recursive: true });
  const article = '---\ntitle: Un pont rouvre\ndate: 2026-01-01T08:00:00Z\n---\nLe pont rouvre.\n';
  writeFileSync(join(root, 'content/articles/pont.md'), article);
}

const project = join(folder, 'project');
const env = { NODE_COMPILE_CACHE: join(folder, 'code') };
const build = (root: string, ...more: readonly string[]): Promise<Outcome> =>
  run(join(root, 'src/cli/main.ts'), ['build', '--at', noon, '--search', 'off', ...more], { cwd: root, env });

/** A source that would not run. While size and time are those of the true one, nobody sees it. */
const source = join(project, 'src/cli/build-command.ts');
let text: string;
let time: Date;
const spoil = (): void => writeFileSync(source, 'throw new Error("from the source");'.padEnd(Buffer.byteLength(text)));
const atTime = (): void => utimesSync(source, time, time);

beforeAll(async () => {
  copyProject(project);
  text = readFileSync(source, 'utf8');
  time = new Date(Math.floor(statSync(source).mtimeMs));
  atTime();
  const prepared = await run(join(project, 'src/cli/prepare.ts'), [], { cwd: project, env });
  expect(prepared).toMatchObject({ status: 0, stderr: '' });
});

test('what is compiled runs, without a look into the sources', async () => {
  spoil();
  atTime();
  const { status, stderr } = await build(project);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('1 article') as string });
  expect(readFileSync(join(project, '_site/index.html'), 'utf8')).toContain('Un pont rouvre');
});

test('a source that was changed since runs, and so it does for another theme', async () => {
  spoil();
  atTime();
  expect(await build(project, '--templates', join(project, 'templates'))).toMatchObject({ status: 1 });
  spoil();
  expect(await build(project)).toMatchObject({ status: 1 });
  writeFileSync(source, text);
  expect(await build(project)).toMatchObject({ status: 0 });
});

test('an extra page that is put there afterwards is made', async () => {
  writeFileSync(source, text);
  atTime();
  const extra = join(project, 'templates/extra');
  mkdirSync(extra, { recursive: true });
  writeFileSync(join(extra, 'ours.html'), '<p>Ours</p>');
  expect(await build(project)).toMatchObject({ status: 0 });
  expect(readFileSync(join(project, '_site/ours/index.html'), 'utf8')).toContain('Ours');
  rmSync(extra, { recursive: true });
});

test('npm start compiles it for the commands to come', async () => {
  writeFileSync(source, text);
  atTime();
  const program = join(project, 'node_modules/.depeche/program');
  rmSync(program, { recursive: true, force: true });
  const main = join(project, 'src/cli/main.ts');
  const serving = spawn(process.execPath, [main, 'serve', '--port', '0'], { cwd: project, stdio: 'ignore' });
  const ended = new Promise((resolve) => serving.once('close', resolve));
  await expect.poll(() => existsSync(join(program, 'made-from.json')), { timeout: 30_000 }).toBe(true);
  serving.kill('SIGTERM');
  await ended;
  spoil();
  atTime();
  expect(await build(project)).toMatchObject({ status: 0 });
}, 60_000);

test('a project that was moved runs from its sources, where it lies now', async () => {
  writeFileSync(source, text);
  atTime();
  const moved = join(folder, 'moved');
  renameSync(project, moved);
  expect(await build(moved)).toMatchObject({ status: 0 });
  renameSync(moved, project);
});
