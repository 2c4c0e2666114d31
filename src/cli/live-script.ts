// Addresses that only `serve` has, and the script behind one of them (live-overlay.js, which runs in the browser).

import { readFileSync } from 'node:fs';

/** Where the script hears of builds; live-overlay.js knows it too. */
export const eventsPath = '/__depeche/events';
/** Where the script lies. */
export const scriptPath = '/__depeche/live.js';

/** The script's text. */
export const liveScript = readFileSync(new URL('./live-overlay.js', import.meta.url), 'utf8');
