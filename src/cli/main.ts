// The door. Code is kept as compiled, beside the packages, and threads find it by the environment: so all but this file
// and the place of the project is loaded after that (run-command.ts).

import { enableCompileCache } from 'node:module';
import { codeFolder, projectRoot } from './project-folder.ts';

process.env['NODE_COMPILE_CACHE'] ??= codeFolder;
enableCompileCache(codeFolder);
const { runCommand } = await import('./run-command.ts');
const status = await runCommand(projectRoot);
// An answer that could not be written has said so already.
if (status !== 0) process.exitCode = status;
