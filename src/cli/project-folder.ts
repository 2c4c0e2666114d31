// Where the project lies, and what is kept with it. Loaded before code is found as compiled: it stays this small.

import { join, resolve } from 'node:path';

/** The project's folder: the one that holds `src/`. */
export const projectRoot = resolve(import.meta.dirname, '../..');

/** Code as compiled, beside the packages: it goes away with them. */
export const codeFolder = join(projectRoot, 'node_modules/.depeche/code');
