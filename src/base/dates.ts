// Instants: from what an author wrote to milliseconds and an ISO string in the site's zone.
// Shapes of dates are read in date-shapes.ts; names of months for readers are the theme's. Only importer of luxon,
// which tells the offset of a zone at an instant and nothing else; offsets are kept by day, for they are dear.
// Invariant: the answer depends on the text and the zone alone, never on the clock or the machine's own zone.
// An hour that the clock skips moves forward by the gap; one that it repeats is the first of the two.

import { IANAZone } from 'luxon';
import { readWrittenDate, type WrittenDate } from './date-shapes.ts';

/** An instant, and how exactly it is known. */
export interface Moment {
  /** Milliseconds since 1970 UTC; a day without time is 00:00 in the site's zone. */
  readonly at: number;
  /** In the site's zone: `2021-12-02T16:28:00+01:00`, or `2021-12-02` when no time was given. */
  readonly iso: string;
}

/** A date that was read. */
export interface ReadMoment {
  readonly moment: Moment;
  /** `gap`: the hour does not exist there and was moved forward; `overlap`: it exists twice, the first was taken. */
  readonly shifted: 'gap' | 'overlap' | null;
  /** True when day and month could be exchanged (`02/12/2021`); it was read day first. */
  readonly ambiguous: boolean;
}

const dayMs = 86_400_000;

interface KnownZone {
  readonly zone: IANAZone;
  /** Offsets in milliseconds at the start of UTC days. */
  readonly byDay: Map<number, number>;
}

const knownZones = new Map<string, KnownZone>();

function knownZone(name: string): KnownZone {
  let known = knownZones.get(name);
  if (known === undefined) {
    const zone = IANAZone.create(name);
    known = { zone: zone.isValid ? zone : IANAZone.create('UTC'), byDay: new Map() };
    knownZones.set(name, known);
  }
  return known;
}

/** True for a name of the time zone database, such as `Europe/Paris`. */
export function isZone(zone: string): boolean {
  return zone !== '' && IANAZone.isValidZone(zone);
}

// ISO 8601 has no seconds in an offset, local mean time (before about 1911) has: whole minutes keep the day right.
function askOffset(zone: IANAZone, at: number): number {
  return Math.round(zone.offset(at)) * 60_000;
}

function offsetAtDay(known: KnownZone, day: number): number {
  let offset = known.byDay.get(day);
  if (offset === undefined) {
    offset = askOffset(known.zone, day * dayMs);
    known.byDay.set(day, offset);
  }
  return offset;
}

function offsetAt(known: KnownZone, at: number): number {
  const day = Math.floor(at / dayMs);
  const start = offsetAtDay(known, day);
  if (start === offsetAtDay(known, day + 1)) return start;
  return askOffset(known.zone, at);
}

/** The instant of a wall clock in a zone; `wall` is what the clock shows, as if it were UTC. */
function instantOf(wall: number, known: KnownZone): { at: number; shifted: 'gap' | 'overlap' | null } {
  const before = offsetAt(known, wall - dayMs);
  const after = offsetAt(known, wall + dayMs);
  const early = wall - before;
  if (before === after) return { at: early, shifted: null };
  const late = wall - after;
  const isEarly = offsetAt(known, early) === before;
  const isLate = offsetAt(known, late) === after;
  // Both hold when the clock goes back: the first is the one by the offset before. Neither holds in a gap:
  // reading by the offset before lands after the gap, as far as the clock had stood inside it.
  if (isEarly) return { at: early, shifted: isLate ? 'overlap' : null };
  return isLate ? { at: late, shifted: null } : { at: early, shifted: 'gap' };
}

/** Reads a date in any usual shape; a date without a zone is in `zone`. Null when it cannot be read or does not exist. */
export function parseMoment(text: string, zone: string): ReadMoment | null {
  const written = readWrittenDate(text);
  if (written === null) return null;
  return written.time === null ? ofDay(written, zone) : ofTime(written, zone);
}

function ofDay(written: WrittenDate, zone: string): ReadMoment {
  const { at } = instantOf(wallOf(written), knownZone(zone));
  const iso = `${pad4(written.year)}-${pad(written.month)}-${pad(written.day)}`;
  return { moment: { at, iso }, shifted: null, ambiguous: written.ambiguous };
}

function ofTime(written: WrittenDate, zone: string): ReadMoment | null {
  const wall = wallOf(written);
  if (typeof written.zone === 'number') {
    const moment = momentAt(wall - written.zone * 60_000, zone);
    return { moment, shifted: null, ambiguous: written.ambiguous };
  }
  if (written.zone !== null && !isZone(written.zone)) return null;
  const { at, shifted } = instantOf(wall, knownZone(written.zone ?? zone));
  return { moment: momentAt(at, zone), shifted, ambiguous: written.ambiguous };
}

function wallOf(written: WrittenDate): number {
  const { year, month, day, time } = written;
  if (time === null) return Date.UTC(year, month - 1, day);
  return Date.UTC(year, month - 1, day, time.hour, time.minute, time.second);
}

/** The moment of an instant: milliseconds since 1970 UTC, shown in `zone` to the second. */
export function momentAt(ms: number, zone: string): Moment {
  const at = Math.floor(ms / 1000) * 1000;
  const minutes = offsetAt(knownZone(zone), at) / 60_000;
  const local = new Date(at + minutes * 60_000);
  const distance = Math.abs(minutes);
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(distance / 60))}:${pad(distance % 60)}`;
  return { at, iso: `${local.toISOString().slice(0, 19)}${offset}` };
}

const pads = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

function pad(value: number): string {
  return pads[value] as string;
}

function pad4(value: number): string {
  return String(value).padStart(4, '0');
}
