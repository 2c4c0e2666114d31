// Month archives of a list (and the days of the whole site): what is older than the newest 30 stays findable.
// Invariant: oldest first, 100 a page, so that a new article changes the last page of its own month and nothing before.

import { addressOf } from './addresses.ts';
import type { Entry } from './types.ts';

/** How many teasers a list page shows; archives exist for longer lists. */
export const newestCount = 30;

/** Teasers on one archive page. */
export const archivePageSize = 100;

/** One page of a month or day. */
export interface ArchiveSheet {
  /** Folder below the output folder: `/monde/2026/03/` or `/monde/2026/03/2/`. */
  readonly path: string;
  readonly url: string;
  readonly number: number;
  /** Oldest first. */
  readonly entries: readonly Entry[];
}

/** A month (or day) with its pages. */
export interface ArchivePeriod {
  readonly year: number;
  readonly month: number;
  /** null for a month. */
  readonly day: number | null;
  readonly count: number;
  readonly sheets: readonly ArchiveSheet[];
}

/** Months of a list, newest first; none when the list page shows it whole. `base` is the list's path. */
export function monthsOf(base: string, entries: readonly Entry[]): readonly ArchivePeriod[] {
  return entries.length > newestCount ? periods(base, entries, 7) : [];
}

/** Days of the whole site, newest first; under the same condition as months. */
export function daysOf(base: string, entries: readonly Entry[]): readonly ArchivePeriod[] {
  return entries.length > newestCount ? periods(base, entries, 10) : [];
}

/** Groups newest-first entries by the first `length` characters of their date: 7 is the month, 10 the day. */
function periods(base: string, entries: readonly Entry[], length: 7 | 10): ArchivePeriod[] {
  const groups = new Map<string, Entry[]>();
  let key = '-';
  let group: Entry[] = [];
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i] as Entry;
    const { iso } = entry.card.date;
    // Oldest first, the same period mostly goes on; where zones meet, two of them may take turns.
    if (!iso.startsWith(key)) {
      key = iso.slice(0, length);
      group = groups.get(key) ?? [];
      groups.set(key, group);
    }
    group.push(entry);
  }
  const newestFirst = [...groups].toSorted(([a], [b]) => (a < b ? 1 : -1));
  return newestFirst.map(([key, oldestFirst]) => {
    const [year, month, day] = key.split('-');
    const folder = `${base}${key.replaceAll('-', '/')}/`;
    const sheets: ArchiveSheet[] = [];
    for (let start = 0; start < oldestFirst.length; start += archivePageSize) {
      const number = sheets.length + 1;
      const path = number === 1 ? folder : `${folder}${sheetName(base, number)}/`;
      const isWhole = oldestFirst.length <= archivePageSize;
      const shown = isWhole ? oldestFirst : oldestFirst.slice(start, start + archivePageSize);
      sheets.push({ path, url: addressOf(path), number, entries: shown });
    }
    const count = oldestFirst.length;
    return { year: Number(year), month: Number(month), day: day ? Number(day) : null, count, sheets };
  });
}

/** The site's own months have days below them: `/2026/03/10/` is a day, so the tenth page is `/2026/03/010/`. */
function sheetName(base: string, number: number): string {
  return base === '/' && number >= 10 ? String(number).padStart(3, '0') : String(number);
}
