// `kill -9`, SIGINT and SIGTERM at random moments of a build, and what must be true afterwards.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { placesOf } from '../build/staging.ts';
import { chance } from './fault-corpus.ts';
import { type Aftermath, type FaultSite, type Ground, heal, inspect, startBuild } from './faults.ts';

/** When a build is struck. */
export type Moment =
  | { readonly at: 'time'; readonly ms: number }
  /** As soon as the journal is complete, and `ms` later. */
  | { readonly at: 'journal'; readonly ms: number };

/** One trial. */
export interface Kill {
  readonly build: 'edit' | 'full';
  readonly moment: Moment;
}

/** Kills spread over whole builds; every other one of an edit strikes while the journal is carried out. */
export function planKills(count: number, { time }: Pick<Ground, 'time'>, seed = 1): Kill[] {
  const next = chance(seed);
  return Array.from({ length: count }, (_, index): Kill => {
    const build = index % 2 === 0 ? 'edit' : 'full';
    if (index % 4 === 0) return { build, moment: { at: 'journal', ms: Math.floor(next() * 25) } };
    return { build, moment: { at: 'time', ms: Math.floor(time[build] * (0.15 + 0.9 * next())) } };
  });
}

/** Strikes a build with a signal; answers what was left. A build that was faster than the signal is no failure. */
export async function strike(
  site: FaultSite,
  moment: Moment,
  signal: NodeJS.Signals,
): Promise<{ readonly status: number | null; readonly signal: string | null; readonly said: string }> {
  const running = startBuild(site);
  const { journal } = placesOf(site.out);
  if (moment.at === 'journal') while (!running.isOver() && !existsSync(journal)) await sleep(1);
  await Promise.race([sleep(moment.ms), running.outcome]);
  running.child.kill(signal);
  return running.outcome;
}

/** Kills one build, looks at what is left, and heals it. */
export async function survive(ground: Ground, kill: Kill, name: string): Promise<Aftermath> {
  const folder = join(ground.folder, name);
  const site = kill.build === 'edit' ? ground.site(folder) : ground.emptySite(folder);
  try {
    await strike(site, kill.moment, 'SIGKILL');
    const left = inspect(site, kill.build === 'edit' ? ground : { old: new Map(), new: ground.new });
    if (site.flags.includes('--releases') && left.tree === 'between') throw new Error('The live tree is mixed.');
    if (kill.build === 'full' && left.tree === 'between') throw new Error('A first tree came in parts.');
    await heal(site, ground);
    return left;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ends a build with a signal that it hears: it says so by its status, and leaves no staging and no lock. */
export async function endBuild(ground: Ground, signal: 'SIGINT' | 'SIGTERM', name: string): Promise<Aftermath> {
  const site = ground.site(join(ground.folder, name));
  try {
    const running = startBuild(site);
    const { lock } = placesOf(site.out);
    while (!running.isOver() && !existsSync(lock)) await sleep(2);
    await Promise.race([sleep(Math.random() * ground.time.edit * 0.8), running.outcome]);
    running.child.kill(signal);
    const { status, said, signal: by } = await running.outcome;
    const wanted = signal === 'SIGINT' ? 130 : 143;
    // A process that has said its last word is taken down, and hears no signal any more: it dies of it, and is done.
    const isDone = status === 0 || (by === signal && said.includes(' written, '));
    if (status !== wanted && !isDone) throw new Error(`${signal} ended with ${status}: ${said}`);
    const left = leftovers(site);
    if (left.length > 0) throw new Error(`${signal} left ${left.join(', ')}`);
    const aftermath = inspect(site, ground);
    if (isDone && aftermath.tree !== 'new') throw new Error('The build said 0 and is not done.');
    await heal(site, ground);
    return aftermath;
  } finally {
    rmSync(site.folder, { recursive: true, force: true });
  }
}

/** What lies beside a site that is no site: staging, locks. */
export function leftovers(site: FaultSite): string[] {
  return readdirSync(site.folder).filter((name) => !/^(_site|_site\.releases|\.cache)$/.test(name));
}
