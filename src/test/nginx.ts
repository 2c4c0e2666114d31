// Finds the web server that runs our configuration in the tests: the system's; on Debian its package is unpacked, not
// installed, where there is none: nobody's machine begins to serve anything because tests were run.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../cli/wire.ts';

/** An nginx: its program, and its table of media types. */
export interface Nginx {
  readonly program: string;
  readonly types: string;
}

const folder = join(projectRoot, '.test-output/nginx');
const places: readonly Nginx[] = [
  { program: '/usr/sbin/nginx', types: '/etc/nginx/mime.types' },
  { program: join(folder, 'usr/sbin/nginx'), types: join(folder, 'etc/nginx/mime.types') },
];

/** The nginx that is there, or null. */
export function findNginx(): Nginx | null {
  const runs = ({ program, types }: Nginx): boolean =>
    existsSync(program) && existsSync(types) && spawnSync(program, ['-v']).status === 0;
  return places.find(runs) ?? null;
}

/** Brings one where it may; says so when there is none in the end. */
export function bringNginx(): void {
  if (findNginx()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) unpack();
  if (!findNginx()) process.stdout.write('No nginx on this machine: docs/hosts/nginx.conf is read, not run.\n');
}

function unpack(): void {
  process.stdout.write('Unpacking nginx for the tests of its configuration …\n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  const run = (program: string, args: readonly string[]): void => {
    spawnSync(program, args, { cwd: folder, stdio: [...stdio] });
  };
  run('apt-get', ['update', '-qq']);
  // As root, for the folder is ours alone.
  run('apt-get', ['download', '-qq', '-o', 'APT::Sandbox::User=root', 'nginx', 'nginx-common']);
  for (const name of readdirSync(folder)) if (name.endsWith('.deb')) run('dpkg', ['-x', name, '.']);
}
