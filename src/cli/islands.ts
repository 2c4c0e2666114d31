// The theme's scripts for the browser: each entry of `theme.islands` becomes one `/assets/islands/<name>.js`, and
// its service worker `/service-worker.js`.
// Bundled and minified by esbuild as modules without shared chunks, so that one address and one version name
// everything that runs. Checks no types (templates/islands/tsconfig.json and its test do).
// Invariant: the same sources give the same bytes, whatever the folder that they lie in.

import { basename, join } from 'node:path';
import type { Theme } from '../view/types.ts';
import { bundle } from './esbuild.ts';

/** Browsers that islands must run in; older ones get the page without script. */
const browsers = ['chrome111', 'edge111', 'firefox115', 'safari16.4'];

/** What bundling came to. */
export interface Bundled {
  /** Scripts by path on the site. */
  readonly scripts: ReadonlyMap<string, Uint8Array>;
  /** Absolute paths of all files that they were made from. */
  readonly inputs: readonly string[];
}

/** Bundles the scripts. Rejects, with file and line, when a source has a fault. */
export async function bundleIslands(templates: string, theme: Theme): Promise<Bundled> {
  const scripts = new Map<string, Uint8Array>();
  const { islands, worker } = theme;
  if (islands.length === 0 && worker === null) return { scripts, inputs: [] };
  const { outputFiles, metafile } = await bundle({
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
    metafile: true,
    logLevel: 'silent',
  });
  const root = worker === null ? null : basename(worker, '.ts');
  for (const { path, contents } of outputFiles) {
    // A worker serves what stands below it, and so it stands at the root.
    const isWorker = basename(path, '.js') === root;
    scripts.set(isWorker ? '/service-worker.js' : `/assets/islands/${basename(path)}`, contents);
  }
  return { scripts, inputs: Object.keys(metafile.inputs).map((path) => join(templates, path)) };
}
