// Addresses that only `serve` has, and the script behind one of them (live-overlay.js, which runs in the browser).

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../base/project-folder.ts';

/** Where the script hears of builds; live-overlay.js knows it too. */
export const eventsPath = '/__depeche/events';
/** Where the script lies. */
export const scriptPath = '/__depeche/live.js';

/** The script's text. */
export const liveScript = readFileSync(join(projectRoot, 'src/cli/live-overlay.js'), 'utf8');
