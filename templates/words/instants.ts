// Cuts ISO instants into what a formatter needs. No zone is computed here: the string already stands in the site's.
// Invariant: the same string gives the same pieces on every machine and at every moment.

/** Pieces of an instant; `time` is `16:28`, or empty when only the day is known. */
export interface InstantParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

/** Cuts `2021-12-02T16:28:00+01:00` or `2021-12-02`. */
export function cutInstant(iso: string): InstantParts {
  return {
    year: Number(iso.slice(0, 4)),
    month: Number(iso.slice(5, 7)),
    day: Number(iso.slice(8, 10)),
    time: iso.slice(11, 16),
  };
}

/** `UTC+1` for an instant at `+01:00`; empty for a day without time. */
export function offsetName(iso: string): string {
  if (iso.length <= 10) return '';
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(iso);
  if (offset === null) return 'UTC';
  const hours = Number(offset[2]);
  const minutes = offset[3] === '00' ? '' : `:${offset[3]}`;
  if (hours === 0 && minutes === '') return 'UTC';
  return `UTC${offset[1] === '-' ? '−' : '+'}${hours}${minutes}`;
}
