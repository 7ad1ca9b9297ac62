import { Temporal } from 'temporal-polyfill';
import { momentAt, parseMoment } from '#journal/schema/moment.ts';
import { spokenHere, talk } from '../../talk/talk.ts';

/**
 * What words about a time mean:
 *
 * - `moment`: milliseconds since 1970. `isDay`: a whole day was named, which begins then. `clockChange` tells where the
 *   clock that was named does not exist on that day, or twice.
 * - `past`: a time that is over.
 * - `unknown`: no words for a time.
 */
export type Schedule =
  | {
      readonly is: 'moment';
      readonly at: number;
      readonly isDay: boolean;
      readonly clockChange: 'skipped' | 'repeated' | undefined;
    }
  | { readonly is: 'past'; readonly at: number }
  | { readonly is: 'unknown' };

/** What {@link readSchedule} understands, for people. */
export const scheduleExamples =
  'tomorrow 9:00 · today 18:30 · monday 8 · in 2 hours · in 3 days · 21 nov 9:00 · 2026-11-30 · 2026-11-30T09:00+01:00';

const defaultTime = '09:00';
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * Reads a time in words, as a clock in `timeZone` shows it. A day without a time is 9:00 of it; a date in ISO form alone
 * is the day from its beginning. A clock that daylight saving skips is an hour later, one that it repeats is the first.
 */
export function readSchedule(text: string, now: number, timeZone: string): Schedule {
  const exact = parseMoment(text.trim(), timeZone);
  if (exact) return upcoming(exact.at, now, exact.time === undefined, undefined);
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)t(?=\d)/g, ' ')
    .replace(/,|\b(?:at|on|the|next)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  try {
    const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    return later(words, zoned, now) ?? onDay(words, zoned, now);
  } catch {
    // A day that no calendar has.
    return { is: 'unknown' };
  }
}

/** A moment in words, with the offset that tells twin hours apart: "Sunday 29 March 2026, 02:30 (+01:00)". */
export function momentInWords(at: number, timeZone: string): string {
  const { day, time = '' } = momentAt(at, timeZone);
  const offset = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).offset;
  return talk('moment', { day: spokenHere().day(day), time, offset });
}

/** "in 2 hours", "in an hour", "in 3 days". */
function later(words: string, from: Temporal.ZonedDateTime, now: number): Schedule | undefined {
  const found = /^in (an?|\d{1,4}) ?(min|minute|h|hour|day|week|month)s?$/.exec(words);
  if (!found) return undefined;
  const count = /^an?$/.test(found[1] ?? '') ? 1 : Number(found[1]);
  switch (found[2]) {
    case 'min':
    case 'minute':
      return upcoming(now + count * 60_000, now, false, undefined);
    case 'h':
    case 'hour':
      return upcoming(now + count * 3_600_000, now, false, undefined);
    default: {
      const unit = `${found[2]}s` as 'days' | 'weeks' | 'months';
      return atClock(from.toPlainDateTime().add({ [unit]: count }), from.timeZoneId, now);
    }
  }
}

function onDay(words: string, from: Temporal.ZonedDateTime, now: number): Schedule {
  const today = from.toPlainDate();
  const whole = words === '' ? undefined : daysNamed(words, today);
  const split = /^(.*?) ?(\d{1,2}(?::\d{2})? ?(?:am|pm)?|noon|midnight)$/.exec(words);
  const days = whole ?? daysNamed(split?.[1] ?? '?', today);
  const time = whole ? defaultTime : clockOf(split?.[2] ?? '');
  if (!days || time === undefined) return { is: 'unknown' };
  const read = days.map((day) =>
    atClock(day.toPlainDateTime(Temporal.PlainTime.from(time)), from.timeZoneId, now),
  );
  return read.find((one) => one.is === 'moment') ?? read[0] ?? { is: 'unknown' };
}

/** The days that words may mean, the nearest first: of "monday" and "21 nov" the first that is to come is meant. */
function daysNamed(words: string, today: Temporal.PlainDate): Temporal.PlainDate[] | undefined {
  if (words === '') return [today, today.add({ days: 1 })];
  if (words === 'today') return [today];
  if (words === 'tomorrow') return [today.add({ days: 1 })];
  const weekday = weekdays.findIndex((name) => isShortFor(words, name)) + 1;
  if (weekday > 0) {
    const day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
    return [day, day.add({ days: 7 })];
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(words))
    return [Temporal.PlainDate.from(words, { overflow: 'reject' })];
  const [, first = '', name = '', last = '', year] =
    /^(\d{1,2})?(?:st|nd|rd|th|\.)? ?([a-z]{3,9})\.? ?(\d{1,2})?(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(
      words,
    ) ?? [];
  const month = months.findIndex((one) => isShortFor(name, one)) + 1;
  const day = Number(first || last);
  if (month === 0 || day === 0 || (first !== '' && last !== '')) return undefined;
  const years = year === undefined ? [today.year, today.year + 1] : [Number(year)];
  return years.map((one) =>
    Temporal.PlainDate.from({ year: one, month, day }, { overflow: 'reject' }),
  );
}

function isShortFor(words: string, name: string): boolean {
  return words.length >= 3 && name.startsWith(words);
}

/** `09:00` of "9", "9:00", "9am" and "noon"; undefined for a time that no clock shows. */
function clockOf(words: string): string | undefined {
  if (words === 'noon') return '12:00';
  if (words === 'midnight') return '00:00';
  const [, hours = '', minutes = '00', half] =
    /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?$/.exec(words) ?? [];
  const given = Number(hours);
  if (hours === '' || given > 23 || Number(minutes) > 59) return undefined;
  if (half !== undefined && (given < 1 || given > 12)) return undefined;
  const hour = half === undefined ? given : (given % 12) + (half === 'pm' ? 12 : 0);
  return `${String(hour).padStart(2, '0')}:${minutes}`;
}

function atClock(clock: Temporal.PlainDateTime, timeZone: string, now: number): Schedule {
  const earlier = clock.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const chosen = clock.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
  const last = clock.toZonedDateTime(timeZone, { disambiguation: 'later' });
  const isAmbiguous = earlier.epochMilliseconds !== last.epochMilliseconds;
  const isThere = chosen.toPlainDateTime().equals(clock);
  const clockChange = !isAmbiguous ? undefined : isThere ? 'repeated' : 'skipped';
  return upcoming(chosen.epochMilliseconds, now, false, clockChange);
}

function upcoming(
  at: number,
  now: number,
  isDay: boolean,
  clockChange: 'skipped' | 'repeated' | undefined,
): Schedule {
  return at > now ? { is: 'moment', at, isDay, clockChange } : { is: 'past', at };
}
