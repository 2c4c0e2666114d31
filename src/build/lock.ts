// One build at a time into one output folder: a file beside it names who holds the lock.
// The file gets its name with its text already in it, so that nobody ever reads half a name. A process is known by
// its number and by the moment it began, so that a number that the system gave away again is not taken for its owner.
// Invariant: the lock of a process that is gone is free; nobody gives back what another one holds.

import { linkSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that is held; give it back when done. */
export interface Lock {
  readonly release: () => void;
  /** False when somebody else took it for free meanwhile: nothing may be brought in then. */
  readonly isHeld: () => boolean;
}

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it (boot and ticks); null where the system does not say. */
  readonly began: string | null;
}

/** A lock that cannot be read is somebody's who is just writing it; after this time (ms) it is nobody's. */
const unreadableFor = 5000;

/** Takes the lock, waiting at most `wait` ms. Answers who holds it when it could not be had. */
export async function takeLock(path: string, wait: number): Promise<Lock | { readonly heldBy: Holder | null }> {
  const until = performance.now() + wait;
  for (;;) {
    if (tryLock(path)) return { release: () => releaseLock(path), isHeld: () => holdsLock(path) };
    const text = readText(path);
    const holder = text === null ? null : holderOf(text);
    if (text !== null && isFree(path, holder)) takeAway(path, text);
    else if (performance.now() >= until) return { heldBy: holder };
    else await sleep(Math.min(100, Math.max(1, until - performance.now())));
  }
}

/** True when this process holds the lock. */
export function holdsLock(path: string): boolean {
  return readText(path) === me();
}

/** Gives the lock back, if this process holds it. */
export function releaseLock(path: string): void {
  if (holdsLock(path)) rmSync(path, { force: true });
}

const me = (): string =>
  JSON.stringify({ pid: process.pid, host: hostname(), began: beganOf(process.pid) } satisfies Holder);

function tryLock(path: string): boolean {
  const draft = `${path}.${process.pid}`;
  try {
    writeFileSync(draft, me());
    linkSync(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    // A file system without hard links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS' || code === 'EMLINK') return tryPlainly(path);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function tryPlainly(path: string): boolean {
  try {
    const file = openSync(path, 'wx');
    writeFileSync(file, me());
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, host, began = null } = JSON.parse(text) as Holder;
    return Number.isSafeInteger(pid) && pid > 0 && typeof host === 'string' ? { pid, host, began } : null;
  } catch {
    return null;
  }
}

/** A lock without a name is free after a while, that of a process of this machine when it no longer runs. */
function isFree(path: string, holder: Holder | null): boolean {
  if (holder) return isGone(holder);
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat !== undefined && Math.abs(Date.now() - stat.mtimeMs) > unreadableFor;
}

/** Of another machine's processes nothing is known. */
function isGone({ pid, host, began }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const now = beganOf(pid);
  return began !== null && now !== null && began !== now;
}

/** When a process began: the boot of the system and the ticks since then. One that only waits to be buried is gone. */
function beganOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name of the program, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return `${boot} ${fields[0] === 'Z' ? 'gone' : fields[19]}`;
  } catch {
    return null;
  }
}

/** Takes a dead lock away. Two that do so at once must not take away the one that the other has just made. */
function takeAway(path: string, dead: string): void {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (readText(aside) !== dead) {
    try {
      linkSync(aside, path);
    } catch {
      // A third one has it by now; the one whose lock this was finds out before it brings anything in.
    }
  }
  rmSync(aside, { force: true });
}
