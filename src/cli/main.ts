// The door: reads the process (arguments, environment, signals), runs one command, sets the exit status.
// 0 done; 1 nothing could be published, or `check` found an error; 2 wrong usage; 75 locked; 130 and 143 after a signal.

import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join, resolve } from 'node:path';
import { letHeapGrow } from './heap.ts';
import { type Options, readOptions, usage, WrongUsage } from './options.ts';
import { createScreen } from './screen.ts';

const projectRoot = resolve(import.meta.dirname, '../..');
const codeFolder = join(projectRoot, 'node_modules/.depeche/code');

async function main(): Promise<number> {
  const screen = createScreen(process);
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), projectRoot, process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    if (!(error instanceof WrongUsage)) throw error;
    screen.tell(`${error.message}\n\n${usage}`);
    return 2;
  }
  // Eleventy takes its project from the current folder.
  process.chdir(projectRoot);
  if (options.command === 'build') letHeapGrow('ordinary');
  // Code is kept as compiled, beside the packages; threads find it by the environment. Commands are loaded after that.
  process.env['NODE_COMPILE_CACHE'] ??= codeFolder;
  enableCompileCache(codeFolder);
  switch (options.command) {
    case 'help':
      screen.answer(usage);
      return 0;
    case 'version':
      screen.answer(
        (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string }).version,
      );
      return 0;
    case 'build':
      return (await import('./build-command.ts')).buildCommand(options, screen);
    case 'search':
      return (await import('./search-command.ts')).searchCommand(options, screen);
    case 'check':
      return (await import('./check-command.ts')).checkCommand(options, screen);
    case 'new':
      return (await import('./new-command.ts')).newCommand(options, screen);
    case 'rollback':
      return (await import('./rollback-command.ts')).rollbackCommand(options, screen);
    case 'intake':
      return (await import('./intake-command.ts')).intakeCommand(options, screen);
    case 'moderate':
      return (await import('./moderate-command.ts')).moderateCommand(options, screen);
    case 'serve':
      return (await import('./serve-command.ts')).serveCommand(options, screen);
  }
}

const status = await main();
// An answer that could not be written has said so already.
if (status !== 0) process.exitCode = status;
