// `rollback`: shows an older release again, by one swap of the link. Builds nothing and deletes nothing.

import { rollBack } from '../build/releases.ts';
import { takeLock } from '../build/lock.ts';
import { placesOf } from '../build/staging.ts';
import { existsSync } from 'node:fs';
import type { Options } from './options.ts';
import type { Screen } from './screen.ts';

export async function rollbackCommand({ out, to, wait }: Options, screen: Screen): Promise<number> {
  const places = placesOf(out);
  if (!existsSync(places.releases)) {
    screen.tell(`${out} has no releases; build with --releases first.`);
    return 2;
  }
  const lock = await takeLock(places.lock, wait);
  if (!('release' in lock)) {
    screen.tell(`Another process is building into ${out}; try again when it is done.`);
    return 75;
  }
  try {
    const done = rollBack(places, to);
    if ('refused' in done) {
      screen.tell(done.refused);
      return 1;
    }
    screen.tell(`${out} shows release ${done.to} again, instead of ${done.from}.`);
    screen.tell('The next build makes a new release from the content as it is then.');
    return 0;
  } finally {
    lock.release();
  }
}
