import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayInWords,
  dayOfYear,
  formatMoment,
  machineTime,
  momentAt,
  parseMoment,
} from '#journal/schema/moment.ts';

/** `at` as a clock in Greenwich shows it. */
const utc = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());

describe('a bare date is the first moment of that day in the journal’s zone', () => {
  it.each([
    ['UTC', '2026-11-21', '2026-11-21T00:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-21', '2026-11-20T10:00:00.000Z'],
    ['America/New_York', '2026-11-21', '2026-11-21T05:00:00.000Z'],
    ['America/New_York', '2026-03-08', '2026-03-08T05:00:00.000Z'],
    ['America/New_York', '2026-03-09', '2026-03-09T04:00:00.000Z'],
    ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
    ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
    // Midnight itself was skipped.
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
    ['Asia/Kolkata', '2026-11-21', '2026-11-20T18:30:00.000Z'],
    // The whole day was skipped.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z'],
    ['UTC', '2024-02-29', '2024-02-29T00:00:00.000Z'],
    ['UTC', '1969-07-20', '1969-07-20T00:00:00.000Z'],
  ])('%s, %s', (zone, day, instant) => {
    const moment = parseMoment(day, zone);
    expect(utc(moment?.at)).toBe(instant);
    expect(moment).toMatchObject({ day, time: undefined });
  });
});

describe('a date-time is that instant, and the day on which it fell in the journal’s zone', () => {
  it.each([
    ['2026-11-21T09:30:00+01:00', 'UTC', '2026-11-21T08:30:00.000Z', '2026-11-21', '08:30'],
    ['2026-11-21T09:30+0100', 'UTC', '2026-11-21T08:30:00.000Z', '2026-11-21', '08:30'],
    ['2026-11-21 09:30:00 +0100', 'UTC', '2026-11-21T08:30:00.000Z', '2026-11-21', '08:30'],
    ['2026-11-21 09:30:00+01:00', 'UTC', '2026-11-21T08:30:00.000Z', '2026-11-21', '08:30'],
    ['2026-11-21t09:30z', 'UTC', '2026-11-21T09:30:00.000Z', '2026-11-21', '09:30'],
    ['2026-11-21T09:30:15.5Z', 'UTC', '2026-11-21T09:30:15.500Z', '2026-11-21', '09:30'],
    [
      '2026-11-21T23:30:00Z',
      'Pacific/Kiritimati',
      '2026-11-21T23:30:00.000Z',
      '2026-11-22',
      '13:30',
    ],
    ['2026-11-21T03:00:00Z', 'America/New_York', '2026-11-21T03:00:00.000Z', '2026-11-20', '22:00'],
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01T05:30:00.000Z', '2026-11-01', '01:30'],
    ['2026-11-01T06:30:00Z', 'America/New_York', '2026-11-01T06:30:00.000Z', '2026-11-01', '01:30'],
  ])('%s in %s', (text, zone, instant, day, time) => {
    const moment = parseMoment(text, zone);
    expect(utc(moment?.at)).toBe(instant);
    expect(moment).toMatchObject({ day, time });
  });
});

describe('no moment', () => {
  it.each([
    '',
    'today',
    '2026',
    '2026-11',
    '2026-1-1',
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '20260101',
    '2026-11-21T09:30:00',
    '2026-11-21T09:30',
    '2026-02-30T09:30:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T12:60:00Z',
    '2026-11-21T09:30:00+25:00',
    '2026-11-21T09:30:00 CET',
    '2026-11-21T09:30:00Z[UTC]',
    ' 2026-11-21',
    '2026-11-21\n',
    '+002026-11-21',
  ])('%j', (text) => {
    expect(parseMoment(text, 'UTC')).toBeUndefined();
  });
});

describe('what is written is what is read', () => {
  it.each([
    ['Europe/Lisbon', '2026-11-21T09:30:00+00:00'],
    ['Europe/Berlin', '2026-07-01T09:30:00+02:00'],
    ['Asia/Kathmandu', '2026-07-01T09:30:00+05:45'],
  ])('%s writes %s', (zone, text) => {
    const moment = parseMoment(text, zone);
    expect(moment && formatMoment(moment.at, zone)).toBe(text);
    expect(moment && machineTime(moment, zone)).toBe(text);
  });

  it('any second in any zone', () => {
    const zones = ['UTC', 'Pacific/Apia', 'America/New_York', 'Asia/Kathmandu'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1e8, max: 5e9 }),
        fc.constantFrom(...zones),
        fc.constantFrom(...zones),
        (seconds, written, read) => {
          const text = formatMoment(seconds * 1000, written);
          expect(parseMoment(text, read)).toEqual(momentAt(seconds * 1000, read));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a day in words', () => {
  it.each([
    ['en', '2 January 2026'],
    ['en-US', 'January 2, 2026'],
    ['de', '2. Januar 2026'],
    ['pt-PT', '2 de janeiro de 2026'],
  ])('in %s is %s, in whatever zone the build runs', (language, words) => {
    const moment = parseMoment('2026-01-02', 'Pacific/Kiritimati');
    expect(moment && dayInWords(moment, language)).toBe(words);
    expect(moment && machineTime(moment, 'Pacific/Kiritimati')).toBe('2026-01-02');
  });
});

it.each(['en-GB', 'de', 'ja', 'ar-SA', 'fa', 'th'])(
  'day and month alone are those of the common calendar in whatever year, in %s',
  (language) => {
    for (const day of ['1899-12-31', '2023-03-01', '2024-02-29', '2026-11-21']) {
      const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
      const calendar = language === 'th' ? 'buddhist' : 'gregory';
      const format = new Intl.DateTimeFormat(language, { ...options, calendar });
      const said = dayOfYear({ at: 0, day, time: undefined }, language);
      expect(said).toBe(format.format(new Date(`${day}T00:00:00Z`)));
    }
  },
);
