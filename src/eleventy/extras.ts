// Draws what a newsroom adds to its Eleventy configuration: extra pages, passthrough copies, hooks. Once per build.

import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { Configure } from './pages.ts';
import { offerLibrary } from './plugin.ts';
import type { UserConfig } from './user-config.ts';

/** Draws the extra pages into `out`, which holds our own pages already. */
export async function drawExtras(run: {
  readonly out: string;
  readonly configure: Configure;
  readonly library: object;
}): Promise<void> {
  offerLibrary(run.library);
  try {
    const eleventy = new Eleventy(undefined, relative('.', run.out), {
      quietMode: true,
      configPath: false,
      config: (config: UserConfig) => {
        config.setQuietMode(true);
        return run.configure(config);
      },
    });
    eleventy.disableLogger();
    await eleventy.write();
  } finally {
    offerLibrary(null);
  }
}

/** True when there is an `eleventy.config.js` to run. */
export function hasConfig(path: string): boolean {
  return existsSync(path);
}
