// Watches folders and says which files changed. A folder that is deleted, renamed or not there yet is looked for again
// until it is back: git checkouts, `rm -r` and mistakes of an afternoon must not end a watch.
// It says "something changed" with the paths it knows; whoever listens looks for themselves.

import { type FSWatcher, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** Changes that come within this time (ms) are one change: editors write several files at once. */
const quiet = 50;
/** How often (ms) folders are looked for that went away or came back. */
const round = 500;

/** What to watch. Paths are absolute. */
export interface Watched {
  /** Folders with all that is below them. */
  readonly folders: readonly string[];
  /** Folders of which only the files in them count. */
  readonly flat: readonly string[];
  /** True for a path whose changes mean nothing: the output, the cache. */
  readonly ignore: (path: string) => boolean;
  /** Told of changed paths, at most every `quiet` ms. */
  readonly changed: (paths: ReadonlySet<string>) => void;
  /** Told, once, that a folder cannot be watched. */
  readonly failed: (sentence: string) => void;
}

/** Begins to watch; answers how to end it. */
export function watchFolders(watched: Watched): () => void {
  const paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let told = false;
  const note = (path: string): void => {
    if (watched.ignore(path)) return;
    paths.add(path);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const noted = new Set(paths);
      paths.clear();
      watched.changed(noted);
    }, quiet);
  };
  const fail = (error: NodeJS.ErrnoException): void => {
    if (told || (error.code !== 'ENOSPC' && error.code !== 'EMFILE')) return;
    told = true;
    watched.failed(
      'The system watches no more folders: raise fs.inotify.max_user_watches, or start again to see changes.',
    );
  };
  const posts = [
    ...watched.folders.map((folder) => createPost(folder, { recursive: true, note, fail })),
    ...watched.flat.map((folder) => createPost(folder, { recursive: false, note, fail })),
  ];
  const rounds = setInterval(() => posts.forEach((post) => post.look()), round);
  return () => {
    clearInterval(rounds);
    clearTimeout(timer);
    posts.forEach((post) => post.end());
  };
}

/** Watches one folder, and looks whether it is still the one that it watches. */
function createPost(
  folder: string,
  how: {
    readonly recursive: boolean;
    readonly note: (path: string) => void;
    readonly fail: (error: NodeJS.ErrnoException) => void;
  },
): { readonly look: () => void; readonly end: () => void } {
  let watcher: FSWatcher | null = null;
  let identity: string | null = null;
  const end = (): void => {
    watcher?.close();
    watcher = null;
  };
  const begin = (): void => {
    identity = identityOf(folder);
    if (identity === null) return;
    try {
      watcher = watch(folder, { recursive: how.recursive }, (_, name) => {
        // Gone: should it be back before the next round, that round must see it as another one.
        if (identityOf(folder) !== identity) {
          end();
          identity = null;
          how.note(folder);
        }
        how.note(name === null ? folder : join(folder, name));
      });
      watcher.on('error', how.fail);
    } catch (error) {
      how.fail(error as NodeJS.ErrnoException);
    }
  };
  begin();
  return {
    end,
    look: () => {
      if (identityOf(folder) === identity) return;
      end();
      begin();
      how.note(folder);
    },
  };
}

/** What tells a folder from another one of its name; numbers of inodes are used again. */
function identityOf(folder: string): string | null {
  const stat = statSync(folder, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev} ${stat.ino} ${stat.birthtimeNs}` : null;
}
