// Digests of what draws: the program as a whole, and for each kind of page the part of the theme that draws it.
// A kind's part is the file that its function comes from, and all that this file imports, and so on; a theme whose index
// names no such file counts as a whole. Reads files; runs none of them.
// Invariant: two programs that could draw a page differently have different digests.

import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { digestOf as digestOfContent } from '../content/source-file.ts';
import type { Job } from './job.ts';

const sourceFile = /\.(?:[cm]?[jt]s|json)$/;
/** What only tests and the benchmark run. */
const aside = /[/\\]src[/\\](?:test|bench)[/\\]|\.(?:test|fixture)\.ts$/;

/** Digest of the program: sources, package versions, and `more` (the versions of what runs it). */
export function programDigest(root: string, more: readonly string[]): string {
  const sources = filesBelow(join(root, 'src')).filter(
    (file) => sourceFile.test(file) && !aside.test(file.slice(root.length)),
  );
  const lock = join(root, 'package-lock.json');
  return digestOf([...sources, lock], more);
}

/** Digest of a file and of every file that it imports by a path. Of a file that is missing, its name. */
export function closureDigest(file: string): string {
  return digestOf([...closure(file)].toSorted(), []);
}

/** Settings of a folder, and of those above it, that change how the scripts of a theme are read. */
export const scriptSettings = ['tsconfig.json', 'jsconfig.json', 'package.json'];

/** Digest of every file of a theme, with its name, and of the settings that hold for it. */
export function wholeThemeDigest(templates: string): string {
  const files = filesBelow(templates);
  const sum = createHash('sha256').update(templates);
  for (const file of [...files, ...settingsAbove(templates)]) sum.update(`\0${file}\0${contentDigest(file)}`);
  return sum.digest('base64url');
}

/** Files with settings that may stand in a folder or above it. */
export function settingsAbove(folder: string): string[] {
  const files = scriptSettings.map((name) => join(folder, name));
  return folder === dirname(folder) ? files : [...files, ...settingsAbove(dirname(folder))];
}

/** Digest of a file's bytes; empty when there is none. */
export function contentDigest(file: string): string {
  try {
    return digestOfContent(readFileSync(file));
  } catch {
    return '';
  }
}

/** Digests of a theme by kind of page, each made once: a process draws with the code that it has loaded. */
export function themeDigests(templates: string): (kind: Job['kind']) => string {
  const index = join(templates, 'index.ts');
  const text = readText(index);
  const imports = new Map<string, string>();
  for (const [, names, path] of text.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"](\.[^'"]+)['"]/g)) {
    for (const name of (names as string).split(',')) imports.set(name.trim(), resolve(templates, path as string));
  }
  let whole: string | null = null;
  const known = new Map<Job['kind'], string>();
  const make = (kind: Job['kind']): string => {
    // `text-front` is drawn by the theme's `textFront`.
    const key = kind.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
    const name = new RegExp(`\\b${key}\\s*:\\s*(\\w+)\\s*,`).exec(text)?.[1];
    const file = name === undefined ? undefined : imports.get(name);
    if (file !== undefined) return closureDigest(file);
    return (whole ??= digestOf(
      filesBelow(templates).filter((path) => sourceFile.test(path)),
      [],
    ));
  };
  return (kind) => {
    const digest = known.get(kind) ?? make(kind);
    known.set(kind, digest);
    return digest;
  };
}

function closure(file: string, found: Set<string> = new Set()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imported = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['"](\.[^'"]+)['"]/g;
  for (const [, path] of readText(file).matchAll(imported)) closure(resolve(dirname(file), path as string), found);
  return found;
}

/** All files below a folder, sorted; none when it is not there. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .toSorted();
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function digestOf(files: readonly string[], more: readonly string[]): string {
  const texts = files.map((file) => `${readText(file)}\0`);
  return hash('sha256', [...texts, ...more].join('\n'), 'base64url').slice(0, 16);
}
