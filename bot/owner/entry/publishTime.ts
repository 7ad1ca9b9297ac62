import { Temporal } from 'temporal-polyfill';
import { momentAt, parseMoment } from '#journal/schema/moment.ts';
import { spokenHere, talk } from '../../talk/talk.ts';
import {
  dayInWords,
  dayNamed,
  fillersOf,
  monthInWords,
  monthNamed,
  plainWords,
  type Span,
  spanInWords,
  spanNamed,
  units,
  weekdayNamed,
} from './timeWords.ts';

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

const defaultTime = '09:00';

/** What {@link readSchedule} understands, for people. */
export function scheduleExamples(): string {
  const { language } = spokenHere();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const november = monthInWords(11, language);
  return [
    `${dayInWords(1, language)} 9:00`,
    `${dayInWords(0, language)} 18:30`,
    `${weekday.format(Date.UTC(1970, 0, 5))} 8`,
    spanInWords({ count: 2, unit: 'hour' }, language),
    spanInWords({ count: 3, unit: 'day' }, language),
    ...(november === undefined ? [] : [`21 ${november} 9:00`]),
    '2026-11-30',
    '2026-11-30T09:00+01:00',
  ].join(' · ');
}

/**
 * Reads a time in words, those of the language that is spoken or English ones, as a clock in `timeZone` shows it. A day
 * without a time is 9:00 of it; a date in ISO form alone is the day from its beginning. A clock that daylight saving
 * skips is an hour later, one that it repeats is the first.
 */
export function readSchedule(text: string, now: number, timeZone: string): Schedule {
  const exact = parseMoment(text.trim(), timeZone);
  if (exact) return upcoming(exact.at, now, exact.time === undefined, undefined);
  const words = plainWords(text);
  const { language } = spokenHere();
  const fillers = new Set([...fillersOf(language), ...fillersOf('en'), 'on', 'the', 'next']);
  const telling = words
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ');
  try {
    const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
    return later(words, zoned, now) ?? onDay(telling, zoned, now);
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
  const span = englishSpan(words) ?? spanNamed(words, spokenHere().language);
  if (!span) return undefined;
  const { count, unit } = span;
  if (unit === 'minute' || unit === 'hour') {
    const length = unit === 'hour' ? 3_600_000 : 60_000;
    return upcoming(now + count * length, now, false, undefined);
  }
  return atClock(from.toPlainDateTime().add({ [`${unit}s`]: count }), from.timeZoneId, now);
}

/** English as it is typed: "in an hour", "in 2h". */
function englishSpan(words: string): Span | undefined {
  const [, count = '', unit = ''] =
    /^in (an?|\d{1,4}) ?(min|minute|h|hour|day|week|month)s?$/.exec(words) ?? [];
  const whole =
    unit === 'min' ? 'minute' : unit === 'h' ? 'hour' : units.find((one) => one === unit);
  return whole && { count: /^a/.test(count) ? 1 : Number(count), unit: whole };
}

function onDay(words: string, from: Temporal.ZonedDateTime, now: number): Schedule {
  const today = from.toPlainDate();
  const [, day = '?', clock = ''] =
    /^(.*?) ?(\d{1,2}(?::\d{2})? ?(?:am|pm)?|noon|midnight)$/.exec(words) ?? [];
  // "mar 8" is no day of March where "mar" is Tuesday.
  const isWeekday = named(day, weekdayNamed) !== undefined;
  const whole = words === '' || isWeekday ? undefined : daysNamed(words, today);
  const days = whole ?? daysNamed(day, today);
  const time = whole ? defaultTime : clockOf(clock);
  if (!days || time === undefined) return { is: 'unknown' };
  const read = days.map((day) =>
    atClock(day.toPlainDateTime(Temporal.PlainTime.from(time)), from.timeZoneId, now),
  );
  return read.find((one) => one.is === 'moment') ?? read[0] ?? { is: 'unknown' };
}

/** The days that words may mean, the nearest first: of "monday" and "21 nov" the first that is to come is meant. */
function daysNamed(words: string, today: Temporal.PlainDate): Temporal.PlainDate[] | undefined {
  if (words === '') return [today, today.add({ days: 1 })];
  const distance = named(words, dayNamed);
  if (distance !== undefined) return [today.add({ days: distance })];
  const weekday = named(words, weekdayNamed);
  if (weekday !== undefined) {
    const day = today.add({ days: (weekday - today.dayOfWeek + 7) % 7 });
    return [day, day.add({ days: 7 })];
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(words))
    return [Temporal.PlainDate.from(words, { overflow: 'reject' })];
  const [, first = '', name = '', last = '', year] =
    /^(\d{1,2})?(?:st|nd|rd|th)? ?(\p{L}{3,})(?: (\d{1,2}))?(?:st|nd|rd|th)?(?: (\d{4}))?$/u.exec(
      words,
    ) ?? [];
  const month = named(name, monthNamed);
  const day = Number(first || last);
  if (month === undefined || day === 0 || (first !== '' && last !== '')) return undefined;
  const years = year === undefined ? [today.year, today.year + 1] : [Number(year)];
  return years.map((one) =>
    Temporal.PlainDate.from({ year: one, month, day }, { overflow: 'reject' }),
  );
}

/** What words name in the language that is spoken, else in English. */
function named<Found>(
  words: string,
  find: (words: string, language: string) => Found | undefined,
): Found | undefined {
  return find(words, spokenHere().language) ?? find(words, 'en');
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
