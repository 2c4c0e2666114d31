// `serve`: makes the site, shows it at a loopback address, and makes it again whenever a file changes: an article, the
// theme, the program, eleventy.config.js. What a build found is shown at the terminal and on the page.
// Invariant: it ends when it is told to, and for no mistake in any file.

import { createServer, type Server } from 'node:http';
import { join, relative, sep } from 'node:path';
import { failureSentence } from './failure.ts';
import { folderMistake } from './folders.ts';
import { readSettings } from './intake-settings.ts';
import { createLiveSite, type MountedIntake } from './live-site.ts';
import type { Options } from './options.ts';
import { type BuildNews, createRebuilder, createSearcher, type Rebuilder, type Searcher } from './rebuilder.ts';
import type { Screen } from './screen.ts';
import { watchFolders } from './watch-folders.ts';
import { projectRoot } from '../base/project-folder.ts';

export async function serveCommand(options: Options, screen: Screen): Promise<number> {
  const mistake = folderMistake(options);
  if (mistake) {
    screen.tell(mistake);
    return 2;
  }
  const room = await openOwnIntake(options, screen);
  const site = createLiveSite(options.out, room?.mounted);
  const server = createServer(site.answer);
  const refused = await listen(server, options.port);
  if (refused) {
    screen.tell(refused);
    return 1;
  }
  const rebuilder = createRebuilder(options, projectRoot);
  const search = createSearcher(options, projectRoot);
  const rebuild = inTurn(rebuilder, site.tell, search);
  const unwatch = watchFolders({
    folders: [options.content, options.templates, join(projectRoot, 'src')],
    flat: [projectRoot],
    ignore: (path) => isNoSource(path, options),
    changed: (paths) => void rebuild(paths),
    failed: screen.tell,
  });
  const ended = untilSignal();
  await Promise.race([rebuild(new Set()), ended]);
  // For all commands to come; while somebody reads the first page, it is in nobody's way.
  void import('./compile.ts').then(({ compileProgram }) => compileProgram()).catch(() => {});
  if (room) screen.tell('\nComments that are sent from these pages wait here: npm run moderate');
  const { port } = server.address() as { port: number };
  screen.tell(`\n${screen.paint.bold(`http://127.0.0.1:${port}/`)}  (end with Ctrl+C)`);
  const status = await ended;
  unwatch();
  server.closeAllConnections();
  await Promise.all([rebuilder.close(), search.close(), new Promise((resolve) => server.close(resolve))]);
  room?.close();
  return status;
}

/** The intake of a site that has it on its own host: `npm start` shows the whole newspaper. */
async function openOwnIntake(
  options: Options,
  screen: Screen,
): Promise<{ readonly mounted: MountedIntake; readonly close: () => void } | null> {
  const { intake } = readSettings(options.content).comments;
  if (!intake?.startsWith('/')) return null;
  const { openIntakeRoom } = await import('./intake-room.ts');
  const origins = ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${options.port}`);
  try {
    const room = await openIntakeRoom({ ...options, origins, behindProxy: false }, screen.tell);
    return { mounted: { path: intake, answer: room.answer }, close: room.close };
  } catch (error) {
    screen.tell(`Comments cannot be sent from these pages before npm start begins again: ${failureSentence(error)}\n`);
    return null;
  }
}

/** Listens at the loopback address only; answers why it could not, as a sentence. */
function listen(server: Server, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const other = port === 65_535 ? port - 1 : port + 1;
      resolve(
        code === 'EACCES'
          ? `Port ${port} is kept for the system; choose another one: npm start -- --port 8081.`
          : `Port ${port} is not free; choose another one: npm start -- --port ${other}.`,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve(null));
  });
}

function untilSignal(): Promise<number> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve(130));
    process.once('SIGTERM', () => resolve(143));
  });
}

/**
 * Builds one at a time; what changes meanwhile is built afterwards, all at once. Search is stopped when builds begin, and
 * started when nothing waits.
 */
export function inTurn(
  rebuilder: Rebuilder,
  tell: (news: BuildNews) => void,
  search: Pick<Searcher, 'start' | 'stop'> | null = null,
): (changed: ReadonlySet<string>) => Promise<void> {
  let running: Promise<void> | null = null;
  let waiting: Set<string> | null = null;
  const work = async (): Promise<void> => {
    search?.stop();
    while (waiting) {
      const changed = waiting;
      waiting = null;
      tell(await rebuilder.rebuild(changed, tell));
    }
    search?.start();
  };
  return (changed: ReadonlySet<string>): Promise<void> => {
    waiting = new Set([...(waiting ?? []), ...changed]);
    running ??= work().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Hidden files, packages, tests, and what a build itself writes. */
export function isNoSource(path: string, { content, templates, out, cache }: Options): boolean {
  const isIn = (folder: string): boolean => path === folder || path.startsWith(folder + sep);
  if ([out, `${out}.releases`, cache].some(isIn)) return true;
  const room = [content, templates, join(projectRoot, 'src')].find(isIn);
  // Of the project's own folder only code counts: its configuration, and what that imports.
  if (room === undefined) return !/^[^./\\][^/\\]*\.([cm]?[jt]s|json)$/.test(relative(projectRoot, path));
  return /(^|[/\\])(\.|node_modules([/\\]|$))/.test(relative(room, path)) || path.endsWith('.test.ts');
}
