// What the islands weigh, and that the same sources always make the same scripts, in both ways of building.

import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleIslands } from '../cli/islands.ts';
import { loadTheme } from '../cli/load.ts';
import { projectRoot } from '../base/project-folder.ts';

const templates = join(projectRoot, 'templates');

test('all islands that an article may load take at most 10 KB, compressed', async () => {
  const { scripts } = await bundleIslands(templates, await loadTheme(templates));
  let bytes = 0;
  for (const [path, code] of scripts) if (!elsewhere.has(path)) bytes += gzipSync(code).length;
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(10 * 1024);
});

/** Islands that no article loads. */
const elsewhere: ReadonlySet<string> = new Set([
  '/assets/islands/search.js',
  '/assets/islands/lists.js',
  '/service-worker.js',
]);

test('a theme in another folder makes the same scripts', async () => {
  const theme = await loadTheme(templates);
  const folder = mkdtempSync(join(tmpdir(), 'depeche-theme-'));
  try {
    cpSync(join(templates, 'islands'), join(folder, 'islands'), { recursive: true });
    expect((await bundleIslands(folder, theme)).scripts).toEqual((await bundleIslands(templates, theme)).scripts);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('no script turns text into markup', async () => {
  for (const code of (await bundleIslands(templates, await loadTheme(templates))).scripts.values()) {
    expect(Buffer.from(code).toString()).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function/,
    );
  }
});
