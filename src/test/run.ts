// `npm test`: types, lint, format, then every test (layering, units, goldens, browser), of the program as it is compiled.
// Stops at nothing: all faults are told at once, and the last line counts them.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.ts';
import { bringNginx } from './nginx.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const bin = (name: string): string => join(root, 'node_modules/.bin', name);

/** Runs a program of the project, shows what it says, and answers whether it was content. */
function passes(title: string, program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n${title}\n`);
  const { status, error } = spawnSync(bin(program), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) process.stdout.write(`${error.message}\n`);
  return status === 0;
}

const chromium = findChromium();
if (chromium === null) {
  process.stdout.write(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or name it in CHROMIUM.\n',
  );
}

bringNginx();

passes('compiled ahead', 'node', ['src/cli/prepare.ts']);

const folder = mkdtempSync(join(tmpdir(), 'depeche-test-'));
const results = join(folder, 'results.json');
const checks = [
  passes('types', 'tsc', ['--noEmit', '-p', '.']),
  passes('lint', 'oxlint', ['--deny-warnings', 'src', 'templates', 'eleventy.config.js']),
  passes('format', 'prettier', [
    '--check',
    '--log-level',
    'warn',
    'src',
    'templates',
    '*.js',
    '*.ts',
    '*.json',
    '!package-lock.json',
  ]),
  chromium !== null,
];
const tests = passes(
  'tests',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  {
    CHROMIUM: chromium ?? '',
  },
);

/** How many tests passed and failed, as vitest counted them. */
function count(): { passed: number; failed: number } {
  try {
    const counted = JSON.parse(readFileSync(results, 'utf8')) as { numPassedTests: number; numFailedTests: number };
    return { passed: counted.numPassedTests, failed: counted.numFailedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
const { passed, failed } = count();
rmSync(folder, { recursive: true, force: true });
const good = checks.filter(Boolean).length;
const bad = checks.length - good + (tests || failed > 0 ? 0 : 1);
process.stdout.write(`\n${passed + good} passed, ${failed + bad} failed\n`);
process.exitCode = failed + bad === 0 ? 0 : 1;
