// The theme's scripts for the browser: each entry of `theme.islands` becomes one `/assets/islands/<name>.js`, and
// its service worker `/service-worker.js`.
// Bundled and minified by esbuild as modules without shared chunks, so that one address and one version name
// everything that runs. Checks no types (templates/islands/tsconfig.json and its test do).
// Invariant: the same sources give the same bytes, whatever the folder that they lie in.

import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Theme } from '../view/types.ts';

/** Browsers that islands must run in; older ones get the page without script. */
const browsers = ['chrome111', 'edge111', 'firefox115', 'safari16.4'];

/** Scripts by path on the site. Rejects, with file and line, when a source has a fault. */
export async function bundleIslands(templates: string, theme: Theme): Promise<ReadonlyMap<string, Uint8Array>> {
  const scripts = new Map<string, Uint8Array>();
  const { islands, worker } = theme;
  if (islands.length === 0 && worker === null) return scripts;
  const { outputFiles } = await build({
    absWorkingDir: templates,
    entryPoints: worker === null ? [...islands] : [...islands, worker],
    outdir: '/',
    bundle: true,
    minify: true,
    format: 'esm',
    target: browsers,
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  const root = worker === null ? null : basename(worker, '.ts');
  for (const { path, contents } of outputFiles) {
    // A worker serves what stands below it, and so it stands at the root.
    const isWorker = basename(path, '.js') === root;
    scripts.set(isWorker ? '/service-worker.js' : `/assets/islands/${basename(path)}`, contents);
  }
  return scripts;
}

/** Writes the scripts below an output folder. */
export async function writeIslands(templates: string, theme: Theme, out: string): Promise<void> {
  const scripts = await bundleIslands(templates, theme);
  if (scripts.size > 0) mkdirSync(join(out, 'assets/islands'), { recursive: true });
  for (const [path, code] of scripts) writeFileSync(out + path, code);
}
