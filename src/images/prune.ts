// Keeps the cache of pictures from growing for ever: what no build has used for two months goes.
// A picture's record carries the instant of its last use as its own time (`noteUse`), rounded to a day, so that a build
// that changes nothing writes nothing. The folder is looked through once a week, by whichever build comes first.
// Invariant: a record goes before its files, so that a build that is killed in between leaves files without a record,
// which the next look takes away; what does not look like ours is left alone.

import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const day = 24 * 3600_000;
/** Unused for so long (ms): it goes. */
const keptFor = 60 * day;
/** From one look to the next, ms. */
const lookEvery = 7 * day;
/** A half-written file of a build that was killed goes after this time, ms. */
const draftsKept = day;
/** Its time is that of the last look. */
const mark = 'pruned';

/** Notes that a record was used at `now` (ms), at most once a day. `noted` is the time that it carries. */
export function noteUse(record: string, noted: number, now: number): void {
  if (now - noted < day) return;
  try {
    utimesSync(record, now / 1000, now / 1000);
  } catch {
    // A folder that may only be read is used all the same.
  }
}

/** Removes what was not used for two months before `now` (ms); answers how many files went. */
export function pruneStore(folder: string, now: number): number {
  if (now - (timeOf(join(folder, mark)) ?? -Infinity) < lookEvery) return 0;
  try {
    writeFileSync(join(folder, mark), '');
    utimesSync(join(folder, mark), now / 1000, now / 1000);
    return removeUnused(folder, now);
  } catch {
    // Another build tidies at the same moment, or the folder may only be read: it is only a cache.
    return 0;
  }
}

function removeUnused(folder: string, now: number): number {
  const names = readdirSync(folder);
  const records = new Set<string>();
  let removed = 0;
  const remove = (name: string): void => {
    rmSync(join(folder, name), { force: true });
    removed++;
  };
  const isOlder = (name: string, age: number): boolean => now - (timeOf(join(folder, name)) ?? now) > age;
  for (const name of names) {
    const picture = /^([0-9a-f]{16})\.json$/.exec(name)?.[1];
    if (picture === undefined) continue;
    if (isOlder(name, keptFor)) remove(name);
    else records.add(picture);
  }
  for (const name of names) {
    const picture = /^([0-9a-f]{16})(?:-\d+)?\.(?!json$)[a-z\d]+$/.exec(name)?.[1];
    if (picture !== undefined && !records.has(picture) && isOlder(name, keptFor)) remove(name);
    if (/^\.[0-9a-f-]{36}$/.test(name) && isOlder(name, draftsKept)) remove(name);
  }
  return removed;
}

function timeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
