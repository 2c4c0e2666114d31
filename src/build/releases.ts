// Releases: whole trees in `_site.releases/<n>`, and `_site` as a symbolic link to the live one. A new tree is made
// beside the live one and becomes live by one rename over the link, so that a server that serves `_site` has, at every
// instant, all of the old site or all of the new one. Files that did not change are hard links to the release before.
// Invariant: what stands in the folder of releases under a number is whole; the link never leads to nothing.

import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { flush } from './flush.ts';
import type { Places } from './staging.ts';
import { listTree } from './tree.ts';

/** The numbers of all releases, oldest first. */
export function releaseNumbers({ releases }: Places): number[] {
  if (!existsSync(releases)) return [];
  return readdirSync(releases)
    .filter((name) => /^[1-9]\d{0,14}$/.test(name))
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** The number of the release that the link leads to; null when there is no such link, or it leads elsewhere. */
export function liveRelease({ out, releases }: Places): number | null {
  if (!lstatSync(out, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  const target = resolve(dirname(out), readlinkSync(out));
  const isRelease = dirname(target) === releases && /^[1-9]\d{0,14}$/.test(basename(target));
  return isRelease ? Number(basename(target)) : null;
}

/**
 * Makes the output folder a link to a release, if there is anything to lead to: a plain folder of ours becomes the
 * newest release, and a link that an interrupted build left out is set.
 */
export function prepareReleases(places: Places): void {
  const { out, releases } = places;
  mkdirSync(releases, { recursive: true });
  const live = liveRelease(places);
  if (live !== null && existsSync(out)) return;
  // A link that was to change places with a folder, in a build that was killed.
  for (const number of releaseNumbers(places)) {
    const release = join(releases, String(number));
    if (lstatSync(release).isSymbolicLink()) rmSync(release);
  }
  const newest = releaseNumbers(places).at(-1) ?? 0;
  const isFolder = lstatSync(out, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder && readdirSync(out).length > 0) makeFirstRelease(places, newest + 1);
  else {
    if (isFolder) rmdirSync(out);
    if (newest > 0) goLive(places, newest);
  }
}

/** Makes a plain folder a release, and puts a link to it into its place. */
function makeFirstRelease({ out, releases }: Places, number: number): void {
  const release = join(releases, String(number));
  // The link lies where the folder will: when the two change places, both are right.
  symlinkSync(join(basename(releases), String(number)), release, 'dir');
  if (exchange(release, out)) return;
  // A system cannot rename a link over a folder: between these two renames, once, there is no site.
  const link = join(dirname(out), `.${basename(out)}.link`);
  rmSync(link, { force: true });
  renameSync(release, link);
  renameSync(out, release);
  renameSync(link, out);
}

/** Exchanges two names in one step, which Node cannot: with GNU's mv from 9.5 on. False where that is not to be had. */
function exchange(a: string, b: string): boolean {
  const { status } = spawnSync('mv', ['--exchange', '--no-copy', '-T', '--', a, b], { stdio: 'ignore' });
  return status === 0 && lstatSync(b).isSymbolicLink();
}

/** A tree that is to become a release. */
export interface NewRelease {
  readonly places: Places;
  /** Paths of all staged files. */
  readonly staged: readonly string[];
  /** Those of them that are new or changed; all others are the live release's. */
  readonly fresh: readonly string[];
  /** How many releases stay, with the new one; at least 2, for those who are reading the one before. */
  readonly keep: number;
}

/** Makes the staged tree the live release. Releases newer than the live one, which was gone back to, go away. */
export function makeRelease({ places, staged, fresh, keep }: NewRelease): void {
  const live = liveRelease(places);
  const numbers = releaseNumbers(places);
  if (live !== null) {
    const changed = new Set(fresh);
    const before = join(places.releases, String(live));
    for (const path of staged) if (!changed.has(path)) share(before + path, places.next + path);
    // The search index goes with the pages until it is made again.
    for (const path of listTree(join(before, 'pagefind')))
      share(`${before}/pagefind${path}`, `${places.next}/pagefind${path}`);
  }
  flush(places.next, fresh);
  const number = (numbers.at(-1) ?? 0) + 1;
  renameSync(places.next, join(places.releases, String(number)));
  goLive(places, number);
  const older = numbers.filter((n) => n <= (live ?? 0));
  const stay = new Set(older.slice(-(Math.max(2, keep) - 1)));
  for (const old of numbers) if (!stay.has(old)) removeRelease(places, old);
}

/** One file for both trees, so that it keeps its time, and takes its room once. */
function share(from: string, to: string): void {
  rmSync(to, { force: true });
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    // EMLINK: too many links; EPERM, ENOTSUP: a file system without them.
    if (!/^(EMLINK|EPERM|ENOTSUP|ENOSYS)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
    copyWithTime(from, to);
  }
}

function copyWithTime(from: string, to: string): void {
  copyFileSync(from, to);
  const { atime, mtime } = statSync(from);
  utimesSync(to, atime, mtime);
}

/** A link to a release under another name. Relative, so that both can be moved together. */
function draftLink({ out, releases }: Places, number: number): string {
  const link = join(dirname(out), `.${basename(out)}.link`);
  rmSync(link, { force: true });
  symlinkSync(join(basename(releases), String(number)), link, 'dir');
  return link;
}

/** Swaps the link: the one moment at which the site changes. */
export function goLive(places: Places, number: number): void {
  renameSync(draftLink(places, number), places.out);
}

/** Under a name that is no number first, so that half a release is never taken for one. */
function removeRelease({ releases }: Places, number: number): void {
  const away = join(releases, `.${number}`);
  rmSync(away, { recursive: true, force: true });
  renameSync(join(releases, String(number)), away);
  rmSync(away, { recursive: true, force: true });
}

/** Makes an older release live: the one before, or `to`. Answers both numbers, or a sentence that says why not. */
export function rollBack(
  places: Places,
  to: number | null,
): { readonly from: number; readonly to: number } | { readonly refused: string } {
  const live = liveRelease(places);
  const numbers = releaseNumbers(places);
  if (live === null) return { refused: `${places.out} is no link to a release; build with --releases first.` };
  const target = to ?? numbers.findLast((number) => number < live);
  if (target === undefined) return { refused: `Release ${live} is the oldest one that was kept.` };
  if (!numbers.includes(target)) {
    return { refused: `There is no release ${target}; there are ${numbers.join(', ')}.` };
  }
  goLive(places, target);
  return { from: live, to: target };
}
