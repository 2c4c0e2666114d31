// The bundles of a theme are made when something of theirs changed, and only then.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Cache } from '../build/cache.ts';
import type { Theme } from '../view/types.ts';
import { bundleAhead, type BundleMemory, makeBundles, writeBundles } from './bundles.ts';
import { loadTheme } from './load.ts';
import { projectRoot } from '../base/project-folder.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A small theme, and what its bundles came to. */
async function workshop(): Promise<{
  readonly put: (path: string, text: string) => void;
  readonly folder: string;
  /** Bundles; answers the files, and whether they were remembered. */
  readonly bundle: (options?: { program?: string; theme?: Partial<Theme>; memory?: BundleMemory; isAhead?: boolean }) => Promise<{ css: string; js: string; isNew: boolean }>; // prettier-ignore
}> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-bundles-'));
  folders.push(folder);
  const templates = join(folder, 'theme');
  const put = (path: string, text: string): void => {
    mkdirSync(join(templates, path, '..'), { recursive: true });
    writeFileSync(join(templates, path), text);
  };
  put('styles/a.css', 'p { color: red }');
  put('islands/page.ts', "import { word } from './parts/word.ts';\nconsole.log(word);");
  put('islands/parts/word.ts', "export const word = 'un';");
  const kept = Cache.openInMemory();
  const base = await loadTheme(join(projectRoot, 'templates'));
  return {
    folder: templates,
    put,
    bundle: async ({ program = 'p', theme = {}, memory = kept, isAhead = false } = {}) => {
      const ahead = join(folder, 'ahead.json');
      const out = mkdtempSync(join(folder, 'out-'));
      let isNew = false;
      const watched = { get: memory.get.bind(memory), set: (name: string, text: string) => ((isNew = true), memory.set(name, text)) }; // prettier-ignore
      const own = { ...base, styles: ['styles/a.css'], islands: ['islands/page.ts'], worker: null, ...theme };
      const bundling = { templates, theme: own, program, root: projectRoot };
      if (isAhead) await bundleAhead(bundling, ahead);
      writeBundles(await makeBundles(bundling, watched, ahead), out);
      const read = (path: string): string => readFileSync(join(out, path), 'utf8');
      return { css: read('assets/site.css'), js: read('assets/islands/page.js'), isNew };
    },
  };
}

test('bundles that are as they were are not made again, and are the same', async () => {
  const { bundle } = await workshop();
  const first = await bundle();
  expect(first).toMatchObject({ isNew: true, css: 'p{color:red}', js: expect.stringContaining('un') });
  expect(await bundle()).toEqual({ ...first, isNew: false });
});

test('what was bundled ahead is taken where nothing is remembered, while it is the same', async () => {
  const { bundle, put, folder } = await workshop();
  const made = await bundle({ isAhead: true });
  expect(made).toMatchObject({ isNew: false, css: 'p{color:red}', js: expect.stringContaining('un') });
  put('styles/a.css', 'p { color: tan }');
  expect(await bundle()).toMatchObject({ isNew: true, css: 'p{color:tan}' });
  writeFileSync(join(folder, '../ahead.json'), '{"ground":');
  expect(await bundle({ program: 'q' })).toMatchObject({ isNew: true, css: 'p{color:tan}' });
});

describe('bundles are made again when', () => {
  test('a style changes', async () => {
    const { bundle, put } = await workshop();
    await bundle();
    put('styles/a.css', 'p { color: tan }');
    expect(await bundle()).toMatchObject({ isNew: true, css: 'p{color:tan}' });
  });

  test('a part that an island imports changes', async () => {
    const { bundle, put } = await workshop();
    await bundle();
    put('islands/parts/word.ts', "export const word = 'deux';");
    expect(await bundle()).toMatchObject({ isNew: true, js: expect.stringContaining('deux') });
  });

  test('a part goes away, which is a mistake', async () => {
    const { bundle, folder } = await workshop();
    await bundle();
    renameSync(join(folder, 'islands/parts/word.ts'), join(folder, 'islands/parts/mot.ts'));
    await expect(bundle()).rejects.toThrow(/word/);
  });

  test('a new file is found in place of another', async () => {
    const { bundle, put } = await workshop();
    put('islands/page.ts', "import { word } from './parts/word';\nconsole.log(word);");
    put('islands/parts/word.ts', '');
    put('islands/parts/word/index.ts', "export const word = 'un';");
    rmSync(join((await bundle().catch(() => null), folders.at(-1) as string), 'theme/islands/parts/word.ts'));
    expect(await bundle()).toMatchObject({ js: expect.stringContaining('un') });
    put('islands/parts/word.ts', "export const word = 'deux';");
    expect(await bundle()).toMatchObject({ isNew: true, js: expect.stringContaining('deux') });
  });

  test.each(['islands/tsconfig.json', 'tsconfig.json', '../tsconfig.json'])('%s changes', async (settings) => {
    const { bundle, put } = await workshop();
    put('islands/page.ts', 'class A { word = 1 }\nconsole.log(new A());');
    await bundle();
    put(settings, '{ "compilerOptions": { "useDefineForClassFields": false } }');
    expect(await bundle()).toMatchObject({ isNew: true });
  });

  test('the program or its packages change', async () => {
    const { bundle } = await workshop();
    await bundle();
    expect(await bundle({ program: 'another' })).toMatchObject({ isNew: true });
  });

  test('the theme takes another style', async () => {
    const { bundle, put } = await workshop();
    put('styles/b.css', 'a { color: red }');
    await bundle();
    expect(await bundle({ theme: { styles: ['styles/a.css', 'styles/b.css'] } })).toMatchObject({
      css: 'p,a{color:red}',
    });
  });

  test('what is remembered is damaged', async () => {
    const { bundle } = await workshop();
    const folder = folders.at(-1) as string;
    const path = join(folder, 'cache.db');
    const cache = Cache.open(path) as Cache;
    await bundle({ memory: cache });
    cache.commit();
    cache.close();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('/assets/site.css');
    bytes[at + 4] = 0x58;
    writeFileSync(path, bytes);
    const damaged = Cache.open(path) as Cache;
    expect(await bundle({ memory: damaged })).toMatchObject({ isNew: true, css: 'p{color:red}' });
    damaged.close();
  });
});

test('a style that is saved while scripts are bundled is found by the next build', async () => {
  const { bundle, put } = await workshop();
  const bundling = bundle();
  put('styles/a.css', 'p { color: tan }');
  put('islands/parts/word.ts', "export const word = 'deux';");
  await bundling;
  expect(await bundle()).toMatchObject({ css: 'p{color:tan}', js: expect.stringContaining('deux') });
});

test('scripts made from files that no digest tells of are not remembered', async () => {
  const { bundle, put, folder } = await workshop();
  cpSync(join(folder, 'islands/parts/word.ts'), join(folder, '../word.ts'));
  put('islands/page.ts', "import { word } from '../../word.ts';\nconsole.log(word);");
  expect(await bundle()).toMatchObject({ isNew: false, js: expect.stringContaining('un') });
  put('../word.ts', "export const word = 'deux';");
  expect(await bundle()).toMatchObject({ js: expect.stringContaining('deux') });
});
