// Whatever happens to the cache, to the mark, or to the pages: the next build works, and what it leaves equals what a
// clean build makes, byte for byte. More than a hundred kinds of damage (test/cache-damage.ts), an edit after each.

import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { cacheDamages, type Victim } from '../test/cache-damage.ts';
import { heedsPermissions, startBuild } from '../test/faults.ts';
import { healthy } from '../test/healthy-site.ts';
import { noon, removeSites, testCache, testSite } from '../test/site.ts';
import { build } from './build.ts';
import type { BuildReport } from './types.ts';
import { listTree } from './tree.ts';

type Made = Awaited<ReturnType<typeof createCrew>>;

let crew: Made;
let folder: string;
const content = (): string => join(folder, 'content');

/** Articles enough for several pages of the cache. */
const manyArticles = 30;

/** One of two states of the newspaper: each edit changes, adds and takes away. */
function edit(state: number): void {
  const write = (path: string, text: string): void => writeFileSync(join(content(), 'articles', path), text);
  for (let i = 0; i < manyArticles; i++) {
    const path = `a-${i}.md`;
    if (i % 10 === state) rmSync(join(content(), 'articles', path), { force: true });
    else if (i % 3 === 0 || i % 10 === 1 - state) {
      const title = i % 3 === 0 ? `Dépêche ${i}, édition ${state}` : `Dépêche ${i}`;
      write(path, `---\ntitle: ${title}\ndate: 2026-03-0${1 + (i % 4)} 09:00\nsection: monde\n---\n\nTexte ${i}.\n`);
    }
  }
}

async function buildAt(out: string, cache: string | null): Promise<BuildReport> {
  const options = { content: content(), out, cache, skip: new Set<string>(), at: Date.parse(noon) };
  const report = await build({ ...options, wait: 0, allowLost: true, settle: 0 }, crew);
  if ('reason' in report) throw new Error(report.message);
  return report;
}

/** Every file below a folder, the mark too. */
function treeOf(root: string): ReadonlyMap<string, string> {
  const paths = listTree(root).toSorted();
  return new Map(paths.map((path) => [path, readFileSync(root + path, 'latin1')]));
}

let clean: readonly ReadonlyMap<string, string>[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'depeche-cache-'));
  const site = testSite(healthy);
  cpSync(site.content, content(), { recursive: true });
  for (let i = 0; i < manyArticles; i++) {
    writeFileSync(
      join(content(), 'articles', `a-${i}.md`),
      `---\ntitle: Dépêche ${i}\ndate: 2026-03-0${1 + (i % 4)} 09:00\nsection: monde\n---\n\nTexte ${i}.\n`,
    );
  }
  crew = await createCrew({ content: content(), templates: join(projectRoot, 'templates'), cache: testCache });
  site.write('=== articles/autre.md\n---\ntitle: Autre\ndate: 2026-03-02\nsection: sport\n---\n\nAutre.\n');
  await site.build({ cache: join(folder, 'other.db') });
  cpSync(site.out, join(folder, 'other-out'), { recursive: true });
  const trees: ReadonlyMap<string, string>[] = [];
  for (const state of [0, 1]) {
    edit(state);
    await buildAt(join(folder, `clean-${state}`), null);
    trees.push(treeOf(join(folder, `clean-${state}`)));
  }
  clean = trees;
});
afterAll(async () => {
  await crew.close();
  removeSites();
  rmSync(folder, { recursive: true, force: true });
});

const out = (): string => join(folder, '_site');
const victim = (): Victim => ({
  out: out(),
  cache: join(folder, '.cache/depeche.db'),
  otherCache: join(folder, 'other.db'),
  otherOut: join(folder, 'other-out'),
  earlierCache: join(folder, 'earlier.db'),
  earlierOut: join(folder, 'earlier-out'),
});

/** Builds state 0, keeps what there is then, and builds state 1. */
async function buildTwice(): Promise<void> {
  const made = victim();
  for (const path of ['_site', '.cache']) rmSync(join(folder, path), { recursive: true, force: true });
  mkdirSync(join(folder, '.cache'));
  edit(0);
  await buildAt(made.out, made.cache);
  await thenState1(made);
}

async function thenState1(made: Victim): Promise<void> {
  rmSync(made.earlierOut, { recursive: true, force: true });
  copyFileSync(made.cache, made.earlierCache);
  cpSync(made.out, made.earlierOut, { recursive: true, preserveTimestamps: true });
  edit(1);
  await buildAt(made.out, made.cache);
}

let isWhole = false;

const damages = cacheDamages();

describe(`${damages.length} kinds of damage`, () => {
  test('are more than a hundred, each with a name of its own', () => {
    expect(damages.length).toBeGreaterThanOrEqual(100);
    expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
  });

  test.each(damages)('$name: the next build equals a clean one', async ({ inflict }) => {
    const made = victim();
    if (!isWhole) await buildTwice();
    isWhole = false;
    const end = inflict(made);
    edit(0);
    try {
      await buildAt(made.out, made.cache);
    } finally {
      end?.();
    }
    expectTree(0);
    // What the damaged one left is built with once more, and is whole again for the next damage.
    if (!existsSync(made.cache)) return;
    await thenState1(made);
    expectTree(1);
    isWhole = true;
  });

  test('without its mark a folder is not believed to be ours, and nothing in it is touched', async () => {
    await buildTwice();
    isWhole = false;
    rmSync(join(out(), '.depeche'));
    const before = treeOf(out());
    await expect(buildAt(out(), victim().cache)).rejects.toThrow(/choose an empty folder/);
    expect(treeOf(out())).toEqual(before);
  });

  test('one cache serves two folders, in turn', async () => {
    await buildTwice();
    isWhole = false;
    for (const [path, state] of [
      ['second', 0],
      ['_site', 1],
      ['second', 1],
      ['_site', 0],
    ] as const) {
      edit(state);
      await buildAt(join(folder, path), victim().cache);
      expectTree(state, join(folder, path));
    }
  });

  test.each([
    ['a file that may not be written', 0o444, 0o777],
    ['a file that may not be written, in a folder that may not be', 0o444, 0o555],
    ['a folder that may not be written', 0o666, 0o555],
    ['a file that may not be read', 0, 0o555],
  ])('%s: the build works without', async (_, file, at) => {
    await buildTwice();
    isWhole = false;
    edit(0);
    // Pictures lie in a folder of their own.
    mkdirSync(join(folder, '.cache/pictures'));
    chmodSync(victim().cache, file);
    chmodSync(join(folder, '.cache'), at);
    const site = { folder, content: content(), out: out(), cache: join(folder, '.cache'), flags: ['--allow-lost'] };
    const { status, said } = await startBuild(site, { wrap: heedsPermissions }).outcome;
    chmodSync(join(folder, '.cache'), 0o777);
    expect(said).not.toMatch(/\n\s+at /);
    expect(status).toBe(0);
    expectTree(0);
  });
});

function expectTree(state: number, root = out()): void {
  const [now, wanted] = [treeOf(root), clean[state] as ReadonlyMap<string, string>];
  expect([...now.keys()]).toEqual([...wanted.keys()]);
  expect([...now].filter(([path, text]) => wanted.get(path) !== text).map(([path]) => path)).toEqual([]);
}
