// The door. Code is kept as compiled, beside the packages, and threads find it by the environment: so all but this file
// and the place of the project is loaded after that: run-command.ts, as it was compiled with all that it needs, or its source.

import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { codeFolder, projectRoot } from '../base/project-folder.ts';
import { programFile } from './compiled.ts';

process.env['NODE_COMPILE_CACHE'] ??= codeFolder;
enableCompileCache(codeFolder);
const program = pathToFileURL(programFile('src/cli/run-command.ts', process.argv));
const { runCommand } = (await import(program.href)) as typeof import('./run-command.ts');
const status = await runCommand(projectRoot);
// An answer that could not be written has said so already.
if (status !== 0) process.exitCode = status;
