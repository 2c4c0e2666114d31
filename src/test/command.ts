// The commands as real processes, for tests of exit statuses and of what stands on which stream.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../base/project-folder.ts';

/** What a process left behind. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. */
export async function run(
  file: string,
  args: readonly string[],
  more: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: more.cwd ?? projectRoot,
    env: { ...process.env, NO_COLOR: '1', INIT_CWD: undefined, ...more.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (part: string) => {
      texts[name] += part;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, ...texts }));
  });
}

/** Runs a command of ours: `command('build', '--json')`. */
export function command(...args: readonly string[]): Promise<Outcome> {
  return run(join(projectRoot, 'src/cli/main.ts'), args);
}
