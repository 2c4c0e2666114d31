// A machine that gives a build too little: no room on the disk, no permission, no file handles, no large files, no
// reader at the other end of the pipe. Each is a trial that throws when the build leaves anything but a whole tree.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FaultSite,
  type Ground,
  heal,
  heedsPermissions,
  inspect,
  sameTree,
  startBuild,
  treeOf,
} from './faults.ts';
import { leftovers } from './fault-kills.ts';

/** True when a small file system of its own can be made for a trial. */
export function canMount(folder: string): boolean {
  const at = join(folder, 'probe');
  mkdirSync(at);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', at], { stdio: 'ignore' }).status === 0;
  if (mounted) spawnSync('umount', [at]);
  rmSync(at, { recursive: true });
  return mounted;
}

/** A failed build: its status is 1, it says one sentence that holds `reason`, the tree is as it was, nothing is left. */
function mustHaveFailed(
  site: FaultSite,
  ground: Pick<Ground, 'old' | 'new'>,
  ended: { readonly status: number | null; readonly said: string; readonly reason: RegExp },
): void {
  const { status, said, reason } = ended;
  if (status !== 1 || !reason.test(said)) throw new Error(`The build ended with ${status}: ${said}`);
  if (/\n\s+at /.test(said)) throw new Error(`A stack trace: ${said}`);
  if (!sameTree(treeOf(site.out), ground.old)) throw new Error('A failed build changed the tree.');
  if (existsSync(join(site.folder, '._site.lock'))) throw new Error('A failed build left its lock.');
}

/** How much room (in KB) a folder takes. */
const roomOf = (folder: string): number =>
  Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]);

/** Builds on a disk that has room for a `share` (0 to 1) of what the build needs; then gives it room, and heals. */
export async function fillDisk(ground: Ground, share: number, name: string): Promise<'failed' | 'built'> {
  const folder = join(ground.folder, name);
  mkdirSync(folder);
  const has = roomOf(join(ground.folder, 'old'));
  // The old tree and cache, and of the build's own room (a whole tree, a cache) a share.
  const size = Math.ceil(has * (1.02 + share));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder]);
  try {
    const site = ground.site(folder);
    const { status, said } = await startBuild(site).outcome;
    if (status !== 0) mustHaveFailed(site, ground, { status, said, reason: /the disk is full/ });
    else if (inspect(site, ground).tree !== 'new') throw new Error('The build said 0 and is not done.');
    execFileSync('mount', ['-o', `remount,size=${has * 4}k`, folder]);
    await heal(site, ground);
    return status === 0 ? 'built' : 'failed';
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
}

/** Builds where no file may become larger than `blocks` (of 1 KB); works for everybody, and on every disk. */
export async function limitFiles(ground: Ground, blocks: number, name: string): Promise<void> {
  const site = ground.site(join(ground.folder, name));
  // Without the trap the signal kills, which is another fault.
  const wrap = ['bash', '-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`, 'bash'];
  const { status, said } = await startBuild(site, { wrap }).outcome;
  mustHaveFailed(site, ground, { status, said, reason: /larger than the system allows|disk/ });
  await heal(site, ground);
  rmSync(site.folder, { recursive: true });
}

/** Builds where nobody may write to a folder of the site (`inside`), or to the folder that holds it. */
export async function forbid(ground: Ground, where: 'inside' | 'beside', name: string): Promise<void> {
  const site = ground.site(join(ground.folder, name));
  const locked = where === 'beside' ? site.folder : join(site.out, 'monde');
  chmodSync(locked, 0o555);
  const { status, said } = await startBuild(site, { wrap: heedsPermissions }).outcome;
  mustHaveFailed(site, ground, { status, said, reason: /no permission to write .*_site/ });
  chmodSync(locked, 0o755);
  await heal(site, ground);
  rmSync(site.folder, { recursive: true });
}

/**
 * Builds where the cache may be read and not written: `full` as it was, or `empty`. The site is made all the
 * same, and nothing is kept.
 */
export async function lockCache(ground: Ground, cache: 'full' | 'empty', name: string): Promise<void> {
  const site = ground.site(join(ground.folder, name));
  if (cache === 'empty')
    for (const part of readdirSync(site.cache)) rmSync(join(site.cache, part), { recursive: true });
  else for (const picture of readdirSync(join(site.cache, 'pictures'))) rmSync(join(site.cache, 'pictures', picture));
  execFileSync('chmod', ['-R', 'a-w', site.cache]);
  const { status, said } = await startBuild(site, { wrap: heedsPermissions }).outcome;
  if (status !== 0) throw new Error(`The build ended with ${status}: ${said}`);
  if (inspect(site, ground).tree !== 'new') throw new Error('The build said 0 and is not done.');
  execFileSync('chmod', ['-R', 'a+rwX', site.cache]);
  await heal(site, ground);
  rmSync(site.folder, { recursive: true });
}

/** Builds with room for so many open files only. */
export async function starveHandles(ground: Ground, handles: number, name: string): Promise<'failed' | 'built'> {
  const site = ground.site(join(ground.folder, name));
  const wrap = ['bash', '-c', `ulimit -n ${handles}; exec "$@"`, 'bash'];
  const { status, said } = await startBuild(site, { wrap }).outcome;
  const { tree } = inspect(site, ground);
  if (status === 0 ? tree !== 'new' : tree !== 'old') throw new Error(`With ${handles} handles: ${status}, ${tree}`);
  if (status === 1 && /\n\s+at /.test(said)) throw new Error(`A stack trace: ${said}`);
  await heal(site, ground);
  rmSync(site.folder, { recursive: true });
  return status === 0 ? 'built' : 'failed';
}

/** Builds into a pipe whose reader has gone. */
export async function closePipe(ground: Ground, name: string): Promise<void> {
  const site = ground.site(join(ground.folder, name));
  const wrap = ['bash', '-o', 'pipefail', '-c', '"$@" 2>&1 | head -c 1 >/dev/null', 'bash'];
  const { status, said } = await startBuild(site, { wrap, flags: ['--json'] }).outcome;
  if (status !== 0) throw new Error(`A closed pipe ended the build with ${status}: ${said}`);
  await heal(site, ground);
  if (leftovers(site).length > 0) throw new Error(readdirSync(site.folder).join(', '));
  rmSync(site.folder, { recursive: true });
}
