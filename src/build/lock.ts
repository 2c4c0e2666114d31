// One build at a time into one output folder: a file beside it names who holds the lock.
// Invariant: the lock of a process that is gone is free.

import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that is held; give it back when done. */
export interface Lock {
  readonly release: () => void;
}

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Takes the lock, waiting at most `wait` ms. Answers who holds it when it could not be had. */
export async function takeLock(path: string, wait: number): Promise<Lock | { readonly heldBy: Holder | null }> {
  const until = performance.now() + wait;
  for (;;) {
    const lock = tryLock(path);
    if (lock) return lock;
    const holder = readHolder(path);
    if (holder && isGone(holder)) rmSync(path, { force: true });
    else if (performance.now() >= until) return { heldBy: holder };
    else await sleep(Math.min(100, Math.max(1, until - performance.now())));
  }
}

function tryLock(path: string): Lock | null {
  try {
    const file = openSync(path, 'wx');
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
    closeSync(file);
    return { release: () => rmSync(path, { force: true }) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** A process of this machine that no longer runs. Of another machine's processes nothing is known. */
function isGone({ pid, host }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
