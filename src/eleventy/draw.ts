// Draws pages with Eleventy: one virtual template per kind of page, paginated over the keys (paths) of the pages.
// It decides nothing: which pages there are and what stands in them comes from outside, and so does the folder.
// The author's own Eleventy configuration applies to our pages as far as it transforms content; what it does once per
// build (extra pages, passthrough copies, hooks, collections) happens in `drawExtras`, in one thread, afterwards.
// Where the configuration does nothing, pages need no Eleventy: `build/write-pages.ts`.
// Invariant: what a run writes depends on the keys, `draw` and the transforms only.

import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { addPages, onlyTransforms } from './pages.ts';
import type { UserConfig } from './user-config.ts';

/** One run over some pages. */
export interface Run {
  /** Folder that Eleventy writes to. */
  readonly out: string;
  /** An empty folder: Eleventy wants one to read from. */
  readonly input: string;
  /** Paths of the pages by kind: `/monde/index.html`. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Makes a page. */
  readonly draw: (key: string) => string;
  /** Path of the newsroom's `eleventy.config.js`. */
  readonly config: string;
}

/** Draws and writes. Eleventy wants paths that are relative to the current folder. Throws when a page or a transform does. */
export async function drawPages(run: Run): Promise<void> {
  const eleventy = new Eleventy(relative('.', run.input), relative('.', run.out), {
    // A run from the command line: its folders win over those of the configuration, which Eleventy reads afterwards.
    source: 'cli',
    quietMode: true,
    configPath: relative('.', run.config),
    config: (config: UserConfig) => {
      config.setQuietMode(true);
      // No word about what takes long: that is our build's to say.
      config.benchmarkManager.get('Configuration').setMinimumThresholdMs(0);
      config.setUseGitIgnore(false);
      config.setTemplateFormats(['11ty.js']);
      for (const [kind, keys] of run.keys) addPages({ config, kind, keys, draw: run.draw });
      onlyTransforms(config);
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}
