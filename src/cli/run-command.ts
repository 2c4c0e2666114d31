// Reads the process (arguments, environment, signals) and runs one command, which is loaded when it is asked for.
// 0 done; 1 nothing could be published, or `check` found an error; 2 wrong usage; 75 locked; 130 and 143 after a signal.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lookAhead } from './ahead.ts';
import { setEngine } from './engine.ts';
import { type Options, readOptions, usage, WrongUsage } from './options.ts';
import { createScreen } from './screen.ts';

/** Runs the command that the process was started for; answers the exit status. */
export async function runCommand(projectRoot: string): Promise<number> {
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
  if (options.command === 'build') setEngine('ordinary');
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
      lookAhead(options);
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
