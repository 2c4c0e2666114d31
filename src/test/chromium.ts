// Finds the browser of the browser tests: the one that CHROMIUM names, or the system's; on Debian it is installed
// when it is missing and may be.

import { existsSync } from 'node:fs';
import { aptGet, mayFetch } from './debian.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium'];

/** Path of a Chromium, or null when there is none and none could be installed. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  return installed() ?? install();
}

function installed(): string | null {
  return places.find((path) => existsSync(path)) ?? null;
}

function install(): string | null {
  if (!mayFetch()) return null;
  process.stdout.write('Installing Chromium for the browser tests …\n');
  aptGet(['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation']);
  return installed();
}
