// The one door to esbuild, for the theme's scripts and for the program itself. Loaded late: most builds need none of it.

import type { build } from 'esbuild';

/** Bundles; rejects, with file and line, when a source has a fault. */
export const bundle: typeof build = async (options) => (await import('esbuild')).build(options);
