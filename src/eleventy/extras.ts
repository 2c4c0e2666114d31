// Draws what a newsroom adds to its Eleventy configuration: extra pages, passthrough copies, hooks. Once per build.

import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import { offerLibrary } from './plugin.ts';

/** Draws the extra pages into `out`, which holds our own files already. Throws when one of these would be replaced. */
export async function drawExtras(run: {
  readonly out: string;
  /** Path of `eleventy.config.js`. */
  readonly config: string;
  readonly library: object;
  /** Paths of our own files below `out`. */
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
}): Promise<void> {
  offerLibrary(run);
  try {
    const eleventy = new Eleventy(undefined, relative('.', run.out), {
      // A run from the command line: its output folder wins over that of the configuration.
      source: 'cli',
      quietMode: true,
      configPath: relative('.', run.config),
    });
    eleventy.disableLogger();
    await eleventy.write();
  } finally {
    offerLibrary(null);
  }
}
