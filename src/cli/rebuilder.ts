// What makes the site again for `serve`: a process beside the server, so that no mistake of an author or a designer ends
// it. It stays for the next change of the content, because code that is loaded and warm builds in half the time; after a
// change of code (templates/, src/, eleventy.config.js) another one takes its place.
// Invariant: a build never runs on code that the server knows to be old.

import { type ChildProcess, spawn } from 'node:child_process';
import { join, sep } from 'node:path';
import type { Finding } from '../base/findings.ts';
import type { Options } from './options.ts';

/** What a build says to the process that started it. */
export interface BuildNews {
  /** False when no tree was made: the site is as it was. */
  readonly built: boolean;
  /** Paths of the site's files that changed, `/` first; null: any may have. */
  readonly changed: readonly string[] | null;
  /** False: pages of articles that were saved are in place; what lists them is being made, and other news follows. */
  readonly isLast: boolean;
  /** Why there is no tree, as a sentence; null when there is one. */
  readonly message: string | null;
  readonly findings: readonly Finding[];
}

/** What the process that builds is asked: files of the content that changed (absolute paths). */
export interface BuildAsked {
  readonly changed: readonly string[];
}

/** Makes the site again, one build at a time. */
export interface Rebuilder {
  /**
   * Builds after a change of these files (absolute paths; empty: anything may have changed). Answers the last news;
   * `hear` is told what comes before.
   */
  readonly rebuild: (changed: ReadonlySet<string>, hear?: (news: BuildNews) => void) => Promise<BuildNews>;
  /** Ends what runs. */
  readonly close: () => Promise<void>;
}

const unheard: BuildNews = {
  built: false,
  changed: null,
  isLast: true,
  message: 'The build ended without a word; see the terminal.',
  findings: [],
};

/** A process makes no more builds than this: whatever it may have gathered goes with it. */
const mostBuilds = 200;

/** A rebuilder with a process that stays. What it says at the terminal stands at ours. */
export function createRebuilder(options: Options, projectRoot: string): Rebuilder {
  let builder: ChildProcess | null = null;
  let builds = 0;
  const isContent = (path: string): boolean => path === options.content || path.startsWith(options.content + sep);
  return {
    rebuild: async (changed, hear) => {
      const isCode = changed.size === 0 || ![...changed].every(isContent);
      if (isCode || builds >= mostBuilds || builder?.connected === false) {
        await endOf(builder);
        builder = null;
      }
      builds = builder ? builds + 1 : 1;
      const asked = builder ?? startBuilder(options, projectRoot);
      const heard = newsOf(asked, hear);
      if (builder) asked.send({ changed: [...changed] } satisfies BuildAsked);
      builder = asked;
      asked.once('close', () => {
        if (builder === asked) builder = null;
      });
      return heard;
    },
    close: () => endOf(builder),
  };
}

/** The last news of a process's build; those before go to `tell`. */
function newsOf(builder: ChildProcess, tell: (news: BuildNews) => void = () => {}): Promise<BuildNews> {
  return new Promise((resolve) => {
    const hear = (news: BuildNews): void => {
      if (!news.isLast) {
        tell(news);
        return;
      }
      builder.off('message', hear).off('error', fail).off('close', end);
      resolve(news);
    };
    const fail = (error: Error): void => hear({ ...unheard, message: error.message });
    const end = (): void => hear(unheard);
    builder.on('message', hear).on('error', fail).on('close', end);
  });
}

/** Asks a process to end, and waits for it. */
async function endOf(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Makes the search index after builds, in a process of its own. */
export interface Searcher {
  readonly start: () => void;
  /** Ends what is running: it would take the time of the build that begins, and be of yesterday after it. */
  readonly stop: () => void;
  readonly close: () => Promise<void>;
}

/** Makes a searcher; a newer start ends what is still running. */
export function createSearcher(options: Options, projectRoot: string): Searcher {
  const { content, out, cache } = options;
  const flags = ['--content', content, '--out', out, '--cache', cache];
  // One that was told to end may still be at it when the next one starts.
  const running = new Set<ChildProcess>();
  const stop = (): void => running.forEach((child) => child.kill());
  return {
    stop,
    start: () => {
      stop();
      const child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'search', ...flags], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      running.add(child);
      child.on('error', () => {}).on('close', () => running.delete(child));
    },
    close: async () => {
      await Promise.all([...running].map(endOf));
    },
  };
}

function startBuilder(options: Options, projectRoot: string): ChildProcess {
  const { content, templates, out, cache, at } = options;
  const flags = ['--content', content, '--out', out, '--cache', cache, '--search', 'off', '--stay'];
  // One that is named is never the compiled one: see compiled.ts.
  if (templates !== join(projectRoot, 'templates')) flags.push('--templates', templates);
  if (at !== null) flags.push('--at', new Date(at).toISOString());
  return spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'build', ...flags], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}
