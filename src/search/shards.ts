// Which pages of a site are searched, and how they are divided: a shard for each year, and more of them for a year with
// more articles than Pagefind's memory should hold at once. Pure: paths in, shards out.
// Invariant: days are taken in order from the beginning of the year, so that a new article changes the last shard only.

/** Pages that share an index. */
export interface Shard {
  /** `2026`, or `2026-2` for the second of a large year. Also the name of its folder. */
  readonly name: string;
  readonly year: number;
  /** Sorted. */
  readonly paths: readonly string[];
}

/** At about 125 KB a page, half a gigabyte while it is made. */
const most = 4000;

const article = /^(?:\/[a-z]{2,3}(?:-[a-z0-9]+)*)?\/(\d{4})\/(\d\d)\/(\d\d)\/(?!index\.html$)[^/]+\.html$/i;

/** True for an address at which an article stands; archives, lists and the text edition are none. */
export function isArticlePath(path: string): boolean {
  return article.test(path);
}

/** The shards of a site, newest first. */
export function shardsOf(paths: Iterable<string>, limit = most): Shard[] {
  const years = new Map<number, Map<string, string[]>>();
  for (const path of paths) {
    const match = article.exec(path);
    if (match === null) continue;
    const year = Number(match[1]);
    const day = `${match[2]}${match[3]}`;
    const days = years.get(year) ?? new Map<string, string[]>();
    years.set(year, days);
    const there = days.get(day);
    if (there) there.push(path);
    else days.set(day, [path]);
  }
  const shards: Shard[] = [];
  for (const year of [...years.keys()].toSorted((a, b) => b - a)) {
    const parts = partsOf(years.get(year) as Map<string, string[]>, limit);
    const named = parts.map((part, i) => ({ name: i === 0 ? `${year}` : `${year}-${i + 1}`, year, paths: part }));
    shards.push(...named.toReversed());
  }
  return shards;
}

function partsOf(days: ReadonlyMap<string, readonly string[]>, limit: number): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  for (const day of [...days.keys()].toSorted()) {
    const paths = days.get(day) as readonly string[];
    if (part.length > 0 && part.length + paths.length > limit) {
      parts.push(part);
      part = [];
    }
    part.push(...paths.toSorted());
  }
  return part.length > 0 ? [...parts, part] : parts;
}
