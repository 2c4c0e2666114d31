// Keys of site.md that decide what a page does in a reader's browser: how fresh news comes to old pages, when an
// article says that it is old, whether pages are kept for reading offline, whose films play within the page.
// Invariant: a mistake costs the one value that it stands in.

import type { Pair } from './nodes.ts';
import type { ReaderSettings } from './types.ts';
import { readList } from './list-values.ts';
import { booleanOf, complainOfSetting, readWord, type Reading } from './values.ts';

/** Their names in site.md. */
type ReaderKey = 'fresh' | 'old-after' | 'offline' | 'players';

/** The settings of a site that says nothing. */
export const readerDefaults: ReaderSettings = { fresh: 'island', oldAfter: 365, offline: true, players: [] };

const ways = ['island', 'ssi', 'link'] as const;

/** Reads them. */
export function readReaderSettings(
  reading: Reading & { readonly first: (key: ReaderKey) => Pair | null },
): ReaderSettings {
  return {
    fresh: readFresh(reading, reading.first('fresh')),
    oldAfter: readOldAfter(reading, reading.first('old-after')),
    offline: readOffline(reading, reading.first('offline')),
    players: readPlayers(reading, reading.first('players')),
  };
}

function readFresh(reading: Reading, pair: Pair | null): ReaderSettings['fresh'] {
  const written = readWord(reading, pair)?.toLowerCase();
  if (written === undefined || pair === null) return readerDefaults.fresh;
  const way = ways.find((known) => known === written);
  if (way === undefined)
    complainOfSetting(reading, pair, { message: '"fresh" is island, ssi or link.', hint: 'Write fresh: island.' });
  return way ?? readerDefaults.fresh;
}

function readOldAfter(reading: Reading, pair: Pair | null): number | null {
  const written = readWord(reading, pair)?.toLowerCase();
  if (written === undefined || pair === null) return readerDefaults.oldAfter;
  if (['never', 'jamais', 'false', 'no', 'non'].includes(written)) return null;
  const days = /^\d{1,5}$/.test(written) ? Number(written) : 0;
  if (days >= 1) return days;
  complainOfSetting(reading, pair, {
    message: '"old-after" is a number of days, or never; 365 is taken.',
    hint: 'Write old-after: 365.',
  });
  return readerDefaults.oldAfter;
}

function readOffline(reading: Reading, pair: Pair | null): boolean {
  if (pair === null) return readerDefaults.offline;
  const value = booleanOf(pair.value);
  if (value === null)
    complainOfSetting(reading, pair, { message: '"offline" is true or false.', hint: 'Write offline: false.' });
  return value ?? readerDefaults.offline;
}

/** Hosts, as they stand in a Content-Security-Policy: no scheme, no path, no wildcard. */
function readPlayers(reading: Reading, pair: Pair | null): readonly string[] {
  const hosts: string[] = [];
  for (const written of readList(reading, pair)) {
    const host = written
      .toLowerCase()
      .replace(/^https:\/\//, '')
      .replace(/\/+$/, '');
    if (/^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]{2,}$/.test(host)) hosts.push(host);
    else if (pair !== null) {
      const message = `"${written.slice(0, 60)}" is no host name; its films open by a link.`;
      complainOfSetting(reading, pair, { message, hint: 'Write players: [video.example.org].' });
    }
  }
  return [...new Set(hosts)];
}
