import { assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { readStamp, rfc3339, rfc822 } from './feed-dates.ts';

const both = (iso: string, at: number): readonly string[] => {
  const stamp = readStamp(iso, at);
  return [rfc822(stamp), rfc3339(stamp)];
};

test('an instant keeps the offset of the site', () => {
  const iso = '2021-12-02T16:28:00+01:00';
  expect(both(iso, Date.parse(iso))).toEqual(['Thu, 02 Dec 2021 16:28:00 +0100', iso]);
});

test('a day without a time is its midnight in the zone, in summer and in winter', () => {
  expect(both('2021-12-02', Date.parse('2021-12-02T00:00:00+01:00'))).toEqual([
    'Thu, 02 Dec 2021 00:00:00 +0100',
    '2021-12-02T00:00:00+01:00',
  ]);
  expect(both('2021-07-14', Date.parse('2021-07-14T00:00:00+02:00'))[0]).toBe('Wed, 14 Jul 2021 00:00:00 +0200');
});

test('west of Greenwich, half hours and UTC are shown as they are', () => {
  expect(both('2024-02-29T23:59:59-03:30', Date.parse('2024-02-29T23:59:59-03:30'))).toEqual([
    'Thu, 29 Feb 2024 23:59:59 -0330',
    '2024-02-29T23:59:59-03:30',
  ]);
  expect(both('2024-01-01T00:00:00Z', Date.UTC(2024, 0, 1))[0]).toBe('Mon, 01 Jan 2024 00:00:00 +0000');
});

test('an unreadable text is shown in UTC, and an impossible instant is still a date', () => {
  expect(both('bientôt', Date.UTC(2024, 0, 1))[1]).toBe('2024-01-01T00:00:00+00:00');
  expect(both('', Number.NaN)[0]).toBe('Thu, 01 Jan 1970 00:00:00 +0000');
  expect(both('', Infinity)[1]).toBe('1970-01-01T00:00:00+00:00');
  expect(both('+012000-01-01T00:00:00Z', 9e15)[1]).toBe('9999-12-30T00:00:00+00:00');
});

test('both forms name the instant itself, whatever the text says', () => {
  const instants = integer({ min: -62_000_000_000, max: 253_000_000_000 }).map((seconds) => seconds * 1000);
  const texts = oneof(
    string(),
    constantFrom('2021-12-02', '2021-12-02T16:28:00+01:00', '1900-01-01T00:00:00-11:59', 'T+99:99'),
  );
  assert(
    property(texts, instants, (iso, at) => {
      const [forRss, forAtom] = both(iso, at) as [string, string];
      expect(forRss).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/);
      expect(Date.parse(forAtom)).toBe(at);
      // Two-digit years apart, which only Date.parse reads as 19..
      if (at > Date.UTC(1000, 0, 1)) expect(Date.parse(forRss)).toBe(at);
    }),
    { numRuns: 500 },
  );
});

test('every day of four centuries is the one that the platform counts', () => {
  const wrong: string[] = [];
  for (let at = Date.UTC(1890, 0, 1); at < Date.UTC(2290, 0, 1); at += 86_400_000) {
    const [forRss, forAtom] = both('', at) as [string, string];
    const date = new Date(at);
    if (forRss !== date.toUTCString().replace('GMT', '+0000')) wrong.push(forRss);
    if (forAtom !== date.toISOString().replace('.000Z', '+00:00')) wrong.push(forAtom);
  }
  expect(wrong).toEqual([]);
});
