// The thread of a scout (see scout.ts): walks two folders, and tells what it saw of the files in each.
// Links are not followed; of content they are not told either, for what they lead to is another file.

import { type Dirent, readdirSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { stampOf, statOf } from './file-state.ts';
import type { Errand } from './scout.ts';

/** What was seen below one folder. */
export interface Seen {
  readonly folder: 'content' | 'out';
  /** Paths below it, `/` first, between NULs: no name holds one. */
  readonly paths: string;
  /** What was seen of each, between line ends. One long text is sent sooner than many short ones. */
  readonly states: string;
}

function look(folder: Seen['folder'], root: string, stateOf: (path: string, item: Dirent) => string | null): void {
  const paths: string[] = [];
  const states: string[] = [];
  const walk = (below: string): void => {
    for (const item of list(root + below)) {
      const path = `${below}/${item.name}`;
      if (item.isDirectory()) {
        walk(path);
        continue;
      }
      const state = stateOf(root + path, item);
      if (state === null) continue;
      paths.push(path);
      states.push(state);
    }
  };
  walk('');
  parentPort?.postMessage({ folder, paths: paths.join('\0'), states: states.join('\n') } satisfies Seen);
}

function list(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const { content, out, stillSince } = workerData as Errand;
look('content', content, (path, item) => (item.isFile() ? statOf(path, stillSince) : null));
look('out', out, (path) => stampOf(path) ?? '');
