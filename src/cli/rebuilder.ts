// What makes the site again for `serve`. Each build is a process of its own, so that a change in templates/, src/ or
// eleventy.config.js is picked up without a restart, and no mistake of an author or a designer ends the server.
// A rebuilder that stays in memory can stand in its place: `serve` knows only the interface.

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import type { Options } from './options.ts';

/** What a build says to the process that started it. */
export interface BuildNews {
  /** False when no tree was made: the site is as it was. */
  readonly built: boolean;
  /** True when any file of the site changed. */
  readonly changed: boolean;
  /** Why there is no tree, as a sentence; null when there is one. */
  readonly message: string | null;
  readonly findings: readonly Finding[];
}

/** Makes the site again, one build at a time. */
export interface Rebuilder {
  /** Builds after a change of these files (absolute paths; empty: anything may have changed). */
  readonly rebuild: (changed: ReadonlySet<string>) => Promise<BuildNews>;
  /** Ends what runs. */
  readonly close: () => Promise<void>;
}

const unheard: BuildNews = {
  built: false,
  changed: false,
  message: 'The build ended without a word; see the terminal.',
  findings: [],
};

/** A rebuilder that starts a process for each build. What it says at the terminal stands at ours. */
export function createRebuilder(options: Options, projectRoot: string): Rebuilder {
  let child: ChildProcess | null = null;
  return {
    rebuild: () => {
      const started = startBuild(options, projectRoot);
      child = started;
      let news: BuildNews = unheard;
      started.on('message', (message) => {
        news = message as BuildNews;
      });
      return new Promise((resolve) => {
        started.on('error', (error) => resolve({ ...unheard, message: error.message }));
        started.on('close', () => resolve(news));
      });
    },
    close: () => endOf(child),
  };
}

/** Asks a process to end, and waits for it. */
async function endOf(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Makes the search index after builds, in a process of its own; a newer one ends what is still running. */
export function createSearcher(
  options: Options,
  projectRoot: string,
): { start: () => void; close: () => Promise<void> } {
  const { content, out, cache } = options;
  const flags = ['--content', content, '--out', out, '--cache', cache];
  let child: ChildProcess | null = null;
  return {
    start: () => {
      child?.kill();
      child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'search', ...flags], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      child.on('error', () => {});
    },
    close: () => endOf(child),
  };
}

function startBuild(options: Options, projectRoot: string): ChildProcess {
  const { content, templates, out, cache, at } = options;
  const flags = ['--content', content, '--templates', templates, '--out', out, '--cache', cache];
  flags.push('--search', 'off');
  if (at !== null) flags.push('--at', new Date(at).toISOString());
  return spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'build', ...flags], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
