// How dates are read: a table of shapes, the two strange hours of a year, and what no calendar has.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone, momentAt, parseMoment } from './dates.ts';

const paris = 'Europe/Paris';
const isoOf = (text: string, zone = paris): string | null => parseMoment(text, zone)?.moment.iso ?? null;

describe('shapes that authors use', () => {
  test.each([
    ['2021-12-02', '2021-12-02'],
    ['2021-12-2', '2021-12-02'],
    ['2021/12/02', '2021-12-02'],
    ['20211202', '2021-12-02'],
    ['02.12.2021', '2021-12-02'],
    ['2 décembre 2021', '2021-12-02'],
    ['le 1er déc. 2021', '2021-12-01'],
    ['December 2, 2021', '2021-12-02'],
    ['Dec 2nd 2021', '2021-12-02'],
    ['2-Dec-2021', '2021-12-02'],
    ['12/25/2021', '2021-12-25'],
    ['2021-12-02 16:28', '2021-12-02T16:28:00+01:00'],
    ['2021-12-02T16:28:00+01:00', '2021-12-02T16:28:00+01:00'],
    ['2021-12-02 16:28:00 +0100', '2021-12-02T16:28:00+01:00'],
    ['2015-03-05 9:00:00 -0400', '2015-03-05T14:00:00+01:00'],
    ['2016-03-18 13:50:00 -5', '2016-03-18T19:50:00+01:00'],
    ['2021-12-02T16:28:00.123Z', '2021-12-02T17:28:00+01:00'],
    ['2021-12-02T16:28Z', '2021-12-02T17:28:00+01:00'],
    ['2021-12-02T16:28:00+01:00[Europe/Paris]', '2021-12-02T16:28:00+01:00'],
    ['20211202T162800Z', '2021-12-02T17:28:00+01:00'],
    ['2 décembre 2021 à 16h28', '2021-12-02T16:28:00+01:00'],
    ['2 décembre 2021 à 16 h 28', '2021-12-02T16:28:00+01:00'],
    ['jeudi 2 décembre 2021, 9h', '2021-12-02T09:00:00+01:00'],
    ['Dec 2, 2021 4:28 PM', '2021-12-02T16:28:00+01:00'],
    ['2021-12-02 12:05 am', '2021-12-02T00:05:00+01:00'],
    ['2021-12-02 12:05 p.m.', '2021-12-02T12:05:00+01:00'],
    ['Thu, 02 Dec 2021 16:28:00 +0000', '2021-12-02T17:28:00+01:00'],
    ['2021-12-02 16:28:00 UTC', '2021-12-02T17:28:00+01:00'],
    ['2021-07-02 16:28 CEST', '2021-07-02T16:28:00+02:00'],
    ['2021-12-02 16:28 EST', '2021-12-02T22:28:00+01:00'],
    ['2021-07-02 16:28 ET', '2021-07-02T22:28:00+02:00'],
    ['2021-12-02 16:28 America/New_York', '2021-12-02T22:28:00+01:00'],
    ['1638462480', '2021-12-02T17:28:00+01:00'],
    ['1638462480000', '2021-12-02T17:28:00+01:00'],
    ['2021-12-02 24:00', '2021-12-03T00:00:00+01:00'],
    ['2024-02-29', '2024-02-29'],
    ['Mar 5, 2014', '2014-03-05'],
    ['Mar. 5, 2014 9:05 AM', '2014-03-05T09:05:00+01:00'],
    ['mar 4 mars 2014', '2014-03-04'],
    ['mar. 4 mars 2014 à 9h05', '2014-03-04T09:05:00+01:00'],
    ['Wed Mar  5 12:00:00 2014', '2014-03-05T12:00:00+01:00'],
    ['Tue Mar 4 12:00:00 EST 2014', '2014-03-04T18:00:00+01:00'],
    ['12:34 05/03/2014', '2014-03-05T12:34:00+01:00'],
    ['10:34pm 03/25/2014', '2014-03-25T22:34:00+01:00'],
    ['<2014-03-05 Wed>', '2014-03-05'],
    ['[2014-03-05 Wed 12:00]', '2014-03-05T12:00:00+01:00'],
    ['2014-03-05 12:00 (UTC+1)', '2014-03-05T12:00:00+01:00'],
    ['“2021-12-02 16:28”', '2021-12-02T16:28:00+01:00'],
    ['« 2 décembre 2021 à 16h28 »', '2021-12-02T16:28:00+01:00'],
    ['«\u00a02021-12-02T16:28Z\u202f»', '2021-12-02T17:28:00+01:00'],
    ['”20211202”', '2021-12-02'],
    ["'‘2021-12-02’'", '2021-12-02'],
    ['2014-03-05_12:30', '2014-03-05T12:30:00+01:00'],
    ['2014-3-5 9:5:7', '2014-03-05T09:05:07+01:00'],
    ['2014 March 5', '2014-03-05'],
    ['5 de marzo de 2014', '2014-03-05'],
    ['5. März 2014', '2014-03-05'],
    ['2014年3月5日', '2014-03-05'],
  ])('%s is %s', (written, iso) => {
    expect(isoOf(written)).toBe(iso);
  });

  test.each([
    ['2021-02-30'],
    ['2023-02-29'],
    ['2021-13-01'],
    ['2021-00-10'],
    ['2021-12-00'],
    ['2021-12-02 25:00'],
    ['2021-12-02 24:01'],
    ['2021-12-02 16:60'],
    ['2021-12-02 13:00 PM'],
    ['0999-12-31'],
    ['10000-01-01'],
    ['2021-12'],
    ['2021'],
    ['02/12/21'],
    ['demain'],
    ['2021-12-02 16:28 Mars/Olympus'],
    ['2021-12-02 et plus'],
    [''],
  ])('%s is no date', (written) => {
    expect(parseMoment(written, paris)).toBeNull();
  });
});

describe('the zone of the site', () => {
  test('a date without time is the start of the day there', () => {
    expect(parseMoment('2021-07-02', paris)?.moment.at).toBe(Date.UTC(2021, 6, 1, 22));
    expect(parseMoment('2021-07-02', 'America/New_York')?.moment.at).toBe(Date.UTC(2021, 6, 2, 4));
  });

  test('an offset is shown in the zone of the site', () => {
    expect(isoOf('2021-12-02T16:28:00Z', 'Asia/Kolkata')).toBe('2021-12-02T21:58:00+05:30');
  });

  test('an hour that the clock skips moves forward by the gap', () => {
    const read = parseMoment('2026-03-29 02:30', paris);
    expect(read).toMatchObject({ moment: { iso: '2026-03-29T03:30:00+02:00' }, shifted: 'gap' });
    expect(isoOf('2021-10-03 02:15', 'Australia/Lord_Howe')).toBe('2021-10-03T02:45:00+11:00');
  });

  test('an hour that the clock repeats is the first of the two', () => {
    const read = parseMoment('2026-10-25 02:30', paris);
    expect(read).toMatchObject({ moment: { iso: '2026-10-25T02:30:00+02:00' }, shifted: 'overlap' });
    expect(parseMoment('2026-10-25 02:30 +01:00', paris)?.shifted).toBeNull();
    expect(parseMoment('2026-10-25 03:00', paris)?.shifted).toBeNull();
    expect(parseMoment('2026-11-01 01:30', 'America/New_York')?.moment.iso).toBe('2026-11-01T01:30:00-04:00');
  });

  test('a day on which midnight does not exist keeps its date', () => {
    expect(isoOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04');
    expect(isoOf('1900-01-01 00:00')).toBe('1900-01-01T00:00:00+00:09');
  });

  test('zones are those of the database', () => {
    expect(isZone('Europe/Paris')).toBe(true);
    expect(isZone('Europe/Pari')).toBe(false);
    expect(isZone('')).toBe(false);
  });
});

test('numbers that could be exchanged are read day first, and it is said', () => {
  expect(parseMoment('02/12/2021 16:28', paris)).toMatchObject({
    moment: { iso: '2021-12-02T16:28:00+01:00' },
    ambiguous: true,
  });
  expect(parseMoment('13/12/2021', paris)?.ambiguous).toBe(false);
  expect(parseMoment('05/05/2021', paris)?.ambiguous).toBe(false);
});

test('what is printed is read back as the same instant', () => {
  const zones = ['Europe/Paris', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Casablanca'];
  fc.assert(
    fc.property(fc.integer({ min: -2e9, max: 4e9 }), fc.constantFrom(...zones), (seconds, zone) => {
      const moment = momentAt(seconds * 1000, zone);
      expect(moment.at).toBe(seconds * 1000);
      expect(parseMoment(moment.iso, zone)?.moment).toEqual(moment);
    }),
  );
});

test('no text makes the reader throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      parseMoment(text, paris);
      parseMoment(`2021-12-02 ${text}`, paris);
    }),
  );
});
