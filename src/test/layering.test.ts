// The rooms and who may import whom. The table is the one of ARCHITECTURE.md; import lines are read as text.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';

/** What each room may import besides itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'src/base': [],
  'src/content': ['src/base'],
  'src/library': ['src/base', 'src/content'],
  'src/view': ['src/base', 'src/content', 'src/library'],
  'src/output': ['src/base', 'src/content', 'src/library', 'src/view'],
  'src/images': ['src/base'],
  'src/build': ['src/base', 'src/content', 'src/library', 'src/view', 'src/output', 'src/images'],
  'src/search': ['src/base', 'src/build'],
  'src/eleventy': ['src/base'],
  'src/intake': ['src/base', 'src/content'],
  'src/cli': [
    'src/base',
    'src/content',
    'src/library',
    'src/view',
    'src/output',
    'src/images',
    'src/build',
    'src/search',
    'src/eleventy',
    'src/intake',
  ],
};

/** The only files of the program that a theme sees. */
const themeSees = ['src/view/types.ts', 'src/base/html.ts'];

/** Packages with one importer. */
const doors: Readonly<Record<string, string>> = {
  'gray-matter': 'src/content/front-matter.ts',
  'markdown-it': 'src/content/markdown.ts',
  'sanitize-html': 'src/content/sanitise.ts',
  luxon: 'src/base/dates.ts',
  sharp: 'src/images/sharp.ts',
  pagefind: 'src/search/pagefind-index.ts',
  lightningcss: 'src/cli/styles.ts',
  esbuild: 'src/cli/esbuild.ts',
  hono: 'src/intake/intake.ts',
  '@hono/node-server': 'src/cli/intake-room.ts',
};

/** Rooms, and one file, that do no input or output. */
const pure = ['src/base', 'src/library', 'src/view', 'src/output', 'src/build/plan.ts', 'src/build/job.ts'];

interface ImportLine {
  readonly file: string;
  readonly target: string;
  readonly isPackage: boolean;
  readonly isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

function importsOf(file: string): ImportLine[] {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const found = text.matchAll(
    /^(?:import|export)\s[^;]*?from '([^']+)'|^import '([^']+)'|\b(?:import|require)\('([^']+)'\)/gms,
  );
  return [...found].map((match) => {
    const isType = /^(import|export) type/.test(match[0]);
    const target = (match[1] ?? match[2] ?? match[3]) as string;
    if (!target.startsWith('.')) return { file, target, isPackage: true, isType };
    return {
      file,
      target: relative(projectRoot, resolve(projectRoot, dirname(file), target)),
      isPackage: false,
      isType,
    };
  });
}

const roomOf = (file: string): string =>
  file
    .split('/')
    .slice(0, file.startsWith('src/') ? 2 : 1)
    .join('/');
const program = sources('src').filter((file) => !file.startsWith('src/test/') && !file.startsWith('src/bench/'));
const theme = sources('templates').filter((file) => !file.startsWith('templates/extra/'));
const lines = [...program, ...theme].flatMap(importsOf);

test('every room of src/ is in the table', () => {
  const rooms = new Set(program.map(roomOf));
  expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
});

test('rooms import only what stands before them', () => {
  const wrong = lines.filter(({ file, target, isPackage }) => {
    if (isPackage || file.startsWith('templates/')) return false;
    const [from, to] = [roomOf(file), roomOf(target)];
    return from !== to && !(mayImport[from] ?? []).includes(to);
  });
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('a theme sees view types and html only', () => {
  const wrong = lines.filter(
    ({ file, target, isPackage }) =>
      file.startsWith('templates/') && (isPackage || !(target.startsWith('templates/') || themeSees.includes(target))),
  );
  expect(wrong.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('each of these packages has one importer', () => {
  const found = lines.filter(({ target, isPackage, isType }) => isPackage && !isType && target in doors);
  expect(found.filter(({ file, target }) => doors[target] !== file)).toEqual([]);
  expect(new Set(found.map(({ target }) => target))).toEqual(new Set(Object.keys(doors)));
  const eleventy = lines.filter(({ target }) => target.startsWith('@11ty/'));
  expect(eleventy.filter(({ file }) => roomOf(file) !== 'src/eleventy')).toEqual([]);
  expect(eleventy.length).toBeGreaterThan(0);
});

test('pure rooms neither read nor write', () => {
  const io = lines.filter(
    ({ file, target }) =>
      pure.some((room) => file === room || file.startsWith(`${room}/`)) &&
      /^(node:)?(fs|net|http|https|child_process|worker_threads|os|dns|tls|sqlite|timers|process)\b/.test(target),
  );
  expect(io.map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

test('only cli reads the process', () => {
  const wrong = program.filter((file) => {
    if (file.startsWith('src/cli/') || file === 'src/build/lock.ts') return false;
    const text = readFileSync(join(projectRoot, file), 'utf8').replace(/\/\/.*$/gm, '');
    return /\bprocess\.(argv|env|cwd|exit|on|once|std|chdir|kill)/.test(text);
  });
  expect(wrong).toEqual([]);
});
