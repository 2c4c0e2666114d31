// Whether the program as it was compiled (compile.ts) still is the program: it stands for exactly the files that it was
// made from, where they lie, and for the theme of the project. Whatever changed since, all runs from its sources.
// Looks at sizes and times and opens no source: this is done before each command.

import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compiledFile, programFolder, projectRoot } from '../base/project-folder.ts';

/** What compiled files were made from. */
export interface Compiled {
  readonly root: string;
  /** Paths below the root, each with its state. */
  readonly files: readonly (readonly [path: string, state: string])[];
}

/** Where that is written; it is written last. */
export const manifestFile = join(programFolder, 'made-from.json');

/** What tells one state of a source from another; empty when there is none. */
export function stateOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs}` : '';
}

/** The file to run in place of a source (its path below the project), for a process with these arguments. */
export function programFile(source: string, args: readonly string[]): string {
  const isOurTheme = !args.some((arg) => arg.startsWith('--templates'));
  return isOurTheme && isCurrent() ? compiledFile(source) : join(projectRoot, source);
}

/** True when the compiled files are there, and are those of the project as it is. */
export function isCurrent(): boolean {
  try {
    const { root, files } = JSON.parse(readFileSync(manifestFile, 'utf8')) as Compiled;
    return root === projectRoot && files.every(([path, state]) => stateOf(join(root, path)) === state);
  } catch {
    return false;
  }
}
