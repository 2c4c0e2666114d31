// Finds the web server that runs our configuration in the tests: the system's; on Debian its package is unpacked, not
// installed, where there is none: nobody's machine begins to serve anything because tests were run.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../base/project-folder.ts';
import { aptGet, mayFetch } from './debian.ts';

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
  if (mayFetch()) unpack();
  if (!findNginx()) process.stdout.write('No nginx on this machine: docs/hosts/nginx.conf is read, not run.\n');
}

function unpack(): void {
  process.stdout.write('Unpacking nginx for the tests of its configuration …\n');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // As root, for the folder is ours alone.
  aptGet(['download', '-qq', '-o', 'APT::Sandbox::User=root', 'nginx', 'nginx-common'], folder);
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.deb')) spawnSync('dpkg', ['-x', name, '.'], { cwd: folder, stdio: 'ignore' });
  }
}
