// A copy of the whole project in a folder of its own, for tests that change its Eleventy configuration, and the two
// ways of building it: our own build, and plain Eleventy.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listTree } from '../build/tree.ts';
import { projectRoot } from '../base/project-folder.ts';
import { run, type Outcome } from './command.ts';
import { noon } from './site.ts';

export interface TestProject {
  readonly folder: string;
  /** Writes files below the project's folder, from a string with lines `=== path`. */
  readonly write: (text: string) => void;
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
  /** `build --out`, with what else is given. */
  readonly build: (out: string, ...more: readonly string[]) => Promise<Outcome>;
  /** `npx @11ty/eleventy --output`. */
  readonly eleventy: (out: string) => Promise<Outcome>;
  /** Every file below a folder of the project, with its text as latin1. */
  readonly tree: (out: string) => ReadonlyMap<string, string>;
  readonly read: (path: string) => string;
}

const folders: string[] = [];

/** Takes the folders of all projects away; call it after each test file. */
export function removeProjects(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Copies the project without its content and without what it has built; `text` holds files of the copy. */
export function testProject(text: string): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-project-'));
  folders.push(folder);
  for (const name of ['src', 'templates']) {
    cpSync(join(projectRoot, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/\.test\.ts$|goldens/.test(path),
    });
  }
  for (const name of ['package.json', 'eleventy.config.js', 'tsconfig.json'])
    cpSync(join(projectRoot, name), join(folder, name));
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const write = (files: string): void => {
    for (const part of files.split(/^=== /m).slice(1)) {
      const end = part.indexOf('\n');
      const path = join(folder, part.slice(0, end).trim());
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, part.slice(end + 1));
    }
  };
  write(text);
  return {
    folder,
    write,
    writeBytes: (path, bytes) => writeFileSync(join(folder, path), bytes),
    build: (out, ...more) => {
      const options = [
        '--out',
        join(folder, out),
        '--at',
        noon,
        '--cache',
        join(folder, '.cache'),
        '--search',
        'off',
        ...more,
      ];
      return run(join(folder, 'src/cli/main.ts'), ['build', ...options], { cwd: folder });
    },
    eleventy: (out) => {
      const program = join(folder, 'node_modules/@11ty/eleventy/cmd.cjs');
      return run(program, ['--quiet', `--output=${out}`], { cwd: folder, env: { DEPECHE_AT: noon } });
    },
    tree: (out) => {
      const root = join(folder, out);
      return new Map(
        listTree(root)
          .toSorted()
          .map((path) => [path, readFileSync(root + path, 'latin1')]),
      );
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
  };
}
