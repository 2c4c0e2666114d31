// The door: reads the process (arguments, environment, signals), runs one command, sets the exit status.
// 0 done; 1 nothing could be published, or `check` found an error; 2 wrong usage; 75 locked; 130 and 143 after a signal.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCommand } from './build-command.ts';
import { checkCommand } from './check-command.ts';
import { newCommand } from './new-command.ts';
import { type Options, readOptions, usage, WrongUsage } from './options.ts';
import { createScreen } from './screen.ts';
import { serveCommand } from './serve-command.ts';
import { projectRoot } from './wire.ts';

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
      return buildCommand(options, screen);
    case 'check':
      return checkCommand(options, screen);
    case 'new':
      return newCommand(options, screen);
    case 'serve':
      return serveCommand(options, screen);
  }
}

process.exitCode = await main();
