// Where the project lies, and what is kept with it. It is also asked before the program is loaded: it stays this small.
// Invariant: the program says the same whether it runs from its sources or as it was compiled (cli/compile.ts).

import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const compiled = join('node_modules', '.depeche', 'program');
const here = import.meta.dirname;
const end = here.lastIndexOf(compiled) - 1;

/** True in a process, or a thread, that runs the program as it was compiled. */
export const isCompiled = end > 0;

/** The project's folder: the one that holds `src/`. */
export const projectRoot = isCompiled ? here.slice(0, end) : resolve(here, '../..');

/** The program as it was compiled, beside the packages: it goes away with them. */
export const programFolder = join(projectRoot, compiled);

/** Code as Node has compiled it, likewise. */
export const codeFolder = join(projectRoot, 'node_modules/.depeche/code');

/** Stylesheet and scripts of the project's theme, bundled ahead. */
export const bundlesFile = join(projectRoot, 'node_modules/.depeche/bundles.json');

/** What a source (its path below the project) is called among the compiled files. */
export function compiledFile(source: string): string {
  return join(programFolder, source.replace(/\.[jt]s$/, '.mjs'));
}

/** Where to load a source from, for code that is loaded by its name; one of those in cli/compile.ts. */
export function codeUrl(source: string): URL {
  return pathToFileURL(isCompiled ? compiledFile(source) : join(projectRoot, source));
}
