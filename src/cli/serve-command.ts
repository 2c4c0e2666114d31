// `serve`: makes the site, shows it at a loopback address, and makes it again whenever a file changes.
// Each build is a process of its own, so that a change in templates/ or src/ is picked up without a restart, and
// no mistake of an author or a designer ends the server.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, watch } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { readSettings } from './intake-settings.ts';
import { createLiveSite, type MountedIntake } from './live-site.ts';
import type { Options } from './options.ts';
import type { Screen } from './screen.ts';
import { projectRoot } from './wire.ts';

/** Changes that come within this time (ms) are one change: editors write several files at once. */
const quiet = 60;

export async function serveCommand(options: Options, screen: Screen): Promise<number> {
  if (!existsSync(options.content)) {
    screen.tell(`There is no content folder ${options.content}.`);
    return 2;
  }
  const room = await openOwnIntake(options, screen);
  const site = createLiveSite(options.out, room?.mounted);
  const server = createServer(site.answer);
  const listening = await new Promise<Error | null>((resolve) => {
    server.once('error', resolve);
    server.listen(options.port, '127.0.0.1', () => resolve(null));
  });
  if (listening) {
    screen.tell(`Port ${options.port} is not free; choose another one: npm start -- --port 8081.`);
    return 1;
  }
  const rebuild = createRebuilder(options, (findings) => site.reload(findings));
  await rebuild();
  if (room) screen.tell(`\nComments that are sent from these pages wait here: npm run moderate`);
  screen.tell(`\n${screen.paint.bold(`http://127.0.0.1:${options.port}/`)}  (end with Ctrl+C)`);

  let timer: NodeJS.Timeout | undefined;
  const changed = (_: string, file: string | null): void => {
    if (file !== null && /(^|[/\\])(\.|node_modules)/.test(file)) return;
    clearTimeout(timer);
    timer = setTimeout(() => void rebuild(), quiet);
  };
  const folders = [options.content, options.templates, join(projectRoot, 'src')];
  for (const folder of folders)
    if (existsSync(folder)) watch(folder, { recursive: true }, changed).on('error', () => {});

  return new Promise((resolve) => {
    const end = (status: number) => (): void => {
      server.closeAllConnections();
      server.close(() => {
        room?.close();
        resolve(status);
      });
    };
    process.once('SIGINT', end(130));
    process.once('SIGTERM', end(143));
  });
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
  const room = await openIntakeRoom({ ...options, origins, behindProxy: false }, screen.tell);
  return { mounted: { path: intake, answer: room.answer }, close: room.close };
}

/** Builds in a process of its own, one at a time; what changes meanwhile is built afterwards. */
function createRebuilder(options: Options, done: (findings: string) => void): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const search = createSearcher(options);
  const once = async (): Promise<void> => {
    do {
      again = false;
      done(await runBuild(options));
    } while (again);
    search();
  };
  return async () => {
    if (running) {
      again = true;
      return running;
    }
    running = once().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Makes the search index after a build, in a process of its own; a newer build ends what is still running. */
function createSearcher({ content, out, cache }: Options): () => void {
  let running: ChildProcess | null = null;
  process.once('exit', () => running?.kill());
  return () => {
    running?.kill();
    const flags = ['--content', content, '--out', out, '--cache', cache];
    running = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'search', ...flags], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    running.on('error', () => {});
  };
}

/** Runs one build and shows it at the terminal; answers what stood there when it failed or found errors, else ''. */
function runBuild(options: Options): Promise<string> {
  const { content, templates, out, cache, at } = options;
  const flags = ['--content', content, '--templates', templates, '--out', out, '--cache', cache];
  flags.push('--search', 'off');
  if (at !== null) flags.push('--at', new Date(at).toISOString());
  const main = join(projectRoot, 'src/cli/main.ts');
  const colours = process.stderr.isTTY ? {} : { NO_COLOR: '1' };
  const child: ChildProcess = spawn(process.execPath, [main, 'build', ...flags], {
    env: { ...process.env, ...colours },
  });
  return new Promise((resolve) => {
    let said = '';
    child.stderr?.on('data', (part: Buffer) => {
      said += part.toString();
      process.stderr.write(part);
    });
    child.on('error', (error) => resolve(error.message));
    child.on('close', (status) => resolve(status === 0 && !/^\S+  error  /m.test(said) ? '' : said));
  });
}
