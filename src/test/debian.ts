// What tests may fetch on a Debian where they run as root; nothing anywhere else.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** True where packages may be fetched. */
export function mayFetch(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Runs apt-get, quietly but for its errors, with a fresh list of packages. */
export function aptGet(args: readonly string[], cwd = '.'): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const call of [['update', '-qq'], args]) {
    spawnSync('apt-get', call, { cwd, stdio: ['ignore', 'ignore', 'inherit'], env });
  }
}
