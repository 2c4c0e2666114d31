// The shapes in which people write dates: a text becomes the numbers that stand in it.
// It knows neither zones nor which instant is meant (dates.ts does); a date that no calendar has is null.
// Invariant: pure and total; a text that could be read in two ways is read day first and says `ambiguous`.

import { months, zones } from './date-words.ts';

/** What stands on the paper. */
export interface WrittenDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** Null: no time was written. Hour 0 to 24. */
  readonly time: { readonly hour: number; readonly minute: number; readonly second: number } | null;
  /** Minutes east of UTC, the name of a zone, or null: the site's zone. */
  readonly zone: number | string | null;
  /** True when day and month could be exchanged: `02/12/2021`. */
  readonly ambiguous: boolean;
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[T ] *)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)? *(Z|[+-]\d{2}:?\d{2})?)?$/;
const bigFirst = /^(\d{4})[-/. ](\d{1,2}|\p{L}+)[-/. ](\d{1,2})(?=$|[T\s,_])/iu;
const smallFirst = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?=$|[T\s,])/i;
const dayWord =
  /^(\d{1,2})(?:er|st|nd|rd|th)?[\s.-]+(?:of\s+|de\s+)?(\p{L}+)\.?,?[\s-]+(?:de\s+)?(\d{4})(?=$|[T\s,])/iu;
const wordDay = /^(\p{L}+)\.?\s+(\d{1,2})(?:er|st|nd|rd|th)?,?\s+(\d{4})(?=$|[T\s,])/iu;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/;
const clock =
  /^(?:T|,|\s|à|a|at|@|-|_)*\s*(\d{1,2})(?:\s?(?::|h|\.)\s?(\d{2}|\d(?![\d.]))(?:(?::|\.|m)(\d{1,2})s?(?:[.,]\d+)?)?|\s?(h|heures?)|(?=\s?[ap]\.?m\b))(?:\s?(?:min|mn))?\s*([ap]\.?m\b\.?)?\s*/i;
const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar|mer|jeu|ven|sam|dim|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thurs?|thu|fri|sat|sun)[.,]*\s+/i;

/** Reads a date as it was written; null when it is none, or when no calendar has it (30 February, month 13, 25:00). */
export function readWrittenDate(text: string): WrittenDate | null {
  const ready = iso.exec(text);
  if (ready !== null) {
    const time = ready[4] === undefined ? null : [ready[4], ready[5], ready[6]];
    return check({ date: [ready[1], ready[2], ready[3]], time, zone: ready[7] ?? null });
  }
  if (text.length > 80) return null;
  const within = inQuotes.exec(text.trim());
  if (within !== null) return readWrittenDate((within[1] as string).trim());
  return readLoosely(text.replace(/[\s\u00a0\u202f]+/g, ' ').trim());
}

function readLoosely(written: string): WrittenDate | null {
  if (/^\d{10}$|^\d{13}$/.test(written)) return fromUnix(Number(written) * (written.length === 10 ? 1000 : 1));
  const packed = compact.exec(written);
  if (packed !== null) {
    const time = packed[4] === undefined ? null : [packed[4], packed[5], packed[6]];
    return check({ date: [packed[1], packed[2], packed[3]], time, zone: packed[7] ?? null });
  }
  const bare = unwrap(written).replace(/^le /i, '');
  // "Mar 5, 2014" is March, "mar 5 mars 2014" a Tuesday: a day of the week is one when nothing else makes a date.
  return readDated(bare) ?? readDated(bare.replace(weekday, '').replace(/^le /i, ''));
}

/** Quotes that a word processor set, or that stand within the keyboard's own: they are never part of a date. */
const inQuotes = /^[“”„‟«‘’‚‹"'](.+)[“”»’‘›"']$/;

const timeFirst = /^(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?) (\S.*)$/i;
const ofClock = /^(\p{L}{3,9}\.? \d{1,2}) (\d{1,2}:\d{2}:\d{2})(?: ([A-Z]{2,5}|[+-]\d{4}))? (\d{4})$/u;

/** A text of other programs in the order of ours: `<2014-03-05 Wed 12:00>`, `12:00 05/03/2014`, `Mar 5 12:00:00 2014`. */
function unwrap(written: string): string {
  const text = written
    .replace(/^[<[](.*)[>\]]$/, '$1')
    .replace(/^(\d{4})年(\d{1,2})月(\d{1,2})日/, '$1-$2-$3 ')
    .replace(/^(\d{4}-\d{2}-\d{2}) (?:lun|mar|mer|jeu|ven|sam|dim|mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?(?=$| )/i, '$1')
    .trim();
  const late = ofClock.exec(text.replace(weekday, ''));
  if (late !== null) return `${late[1]} ${late[4]} ${late[2]} ${late[3] ?? ''}`.trim();
  const early = timeFirst.exec(text);
  return early === null ? text : `${early[2]} ${early[1]}`;
}

function readDated(text: string): WrittenDate | null {
  const day = readDay(text);
  if (day === null) return null;
  const rest = text.slice(day.length).trim();
  if (rest === '') return check({ date: day.date, time: null, zone: null, ambiguous: day.ambiguous });
  return readClock(rest, day);
}

interface Day {
  readonly date: readonly (string | number | undefined)[];
  readonly length: number;
  readonly ambiguous: boolean;
}

function readDay(text: string): Day | null {
  let match = bigFirst.exec(text);
  if (match !== null)
    return { date: [match[1], monthOf(match[2]), match[3]], length: match[0].length, ambiguous: false };
  match = smallFirst.exec(text);
  if (match !== null) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const monthFirst = second > 12 && first <= 12;
    // Dots are written by people who put the day first; they leave no doubt.
    const ambiguous = match[2] !== '.' && first <= 12 && second <= 12 && first !== second;
    return {
      date: [match[4], monthFirst ? first : second, monthFirst ? second : first],
      length: match[0].length,
      ambiguous,
    };
  }
  match = dayWord.exec(text);
  if (match !== null)
    return { date: [match[3], monthOf(match[2]), match[1]], length: match[0].length, ambiguous: false };
  match = wordDay.exec(text);
  if (match !== null)
    return { date: [match[3], monthOf(match[1]), match[2]], length: match[0].length, ambiguous: false };
  return null;
}

function monthOf(written: string | undefined): number {
  if (written === undefined) return 0;
  if (/^\d/.test(written)) return Number(written);
  const word = written
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  return months.get(word) ?? 0;
}

function readClock(rest: string, day: Day): WrittenDate | null {
  const match = clock.exec(rest);
  if (match === null) return null;
  let hour = Number(match[1]);
  const half = match[5]?.[0]?.toLowerCase();
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const zone = rest.slice(match[0].length).trim();
  return check({
    date: day.date,
    time: [hour, match[2] ?? 0, match[3]],
    zone: zone === '' ? null : zone,
    ambiguous: day.ambiguous,
  });
}

interface Candidate {
  readonly date: readonly (string | number | undefined)[];
  readonly time: readonly (string | number | undefined)[] | null;
  readonly zone: string | null;
  readonly ambiguous?: boolean;
}

function check(found: Candidate): WrittenDate | null {
  const [year, month, day] = [Number(found.date[0]), Number(found.date[1]), Number(found.date[2])];
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const ambiguous = found.ambiguous ?? false;
  if (found.time === null) return { year, month, day, time: null, zone: null, ambiguous };
  const [hour, minute, second] = [Number(found.time[0]), Number(found.time[1] ?? 0), Number(found.time[2] ?? 0)];
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const zone = found.zone === null ? null : readZone(found.zone);
  if (found.zone !== null && zone === null) return null;
  // A leap second is the last second before it: clocks of readers do not have it.
  return { year, month, day, time: { hour, minute, second: Math.min(second, 59) }, zone, ambiguous };
}

function readZone(written: string): number | string | null {
  const bracketed = /^(.*?)\s*[[(]([A-Za-z\d_/+: -]+)[\])]$/.exec(written);
  if (bracketed !== null && bracketed[1] !== '') return readZone(bracketed[1] as string);
  const name = bracketed === null ? written : (bracketed[2] as string);
  const offset = /^(?:utc|gmt)? ?([+\u2212-])(\d{1,2})(?::?(\d{2}))?(?::?00)?$/i.exec(name);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    if (hours > 18 || minutes > 59) return null;
    return (offset[1] === '+' ? 1 : -1) * (hours * 60 + minutes);
  }
  if (/^[A-Za-z_]+\/[A-Za-z_/+-]+$/.test(name)) return name;
  return zones[name.toLowerCase().replaceAll('.', '')] ?? null;
}

function fromUnix(ms: number): WrittenDate {
  const at = new Date(ms);
  const time = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    time,
    zone: 0,
    ambiguous: false,
  };
}

/** Number of days of a month, 1 to 12. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
