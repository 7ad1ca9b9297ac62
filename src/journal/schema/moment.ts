import { Temporal } from 'temporal-polyfill';
import { oncePerText } from '../once/once.ts';
import { localeOf } from '../words/locale.ts';

/** A point in time as front matter gives it, seen in the journal's time zone. */
export interface Moment {
  /** Milliseconds since 1970 in UTC; a bare date is the first moment of its day. */
  readonly at: number;
  /** The calendar day in the journal's time zone, `2026-11-21`. */
  readonly day: string;
  /** The time of day in the journal's time zone, `09:30`; undefined for a bare date. */
  readonly time: string | undefined;
}

const bareDate = /^\d{4}-\d{2}-\d{2}$/;
const dateTime =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)? ?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Reads a date, or a date-time with offset (a space may stand for the `T`, as Jekyll writes it). A bare date is that
 * calendar day in `timeZone`. Anything else, also a day that no calendar has, is `undefined`.
 */
export function parseMoment(text: string, timeZone: string): Moment | undefined {
  try {
    if (bareDate.test(text)) {
      if (timeZone === 'UTC') return dayInUtc(text);
      const day = Temporal.PlainDate.from(text, { overflow: 'reject' });
      return { at: day.toZonedDateTime(timeZone).epochMilliseconds, day: text, time: undefined };
    }
    const parts = dateTime.exec(text);
    if (!parts) return undefined;
    const [, date, minutes, seconds = ':00', offset = 'Z'] = parts;
    const zone =
      offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
    return momentAt(
      Temporal.Instant.from(`${date}T${minutes}${seconds}${zone}`).epochMilliseconds,
      timeZone,
    );
  } catch {
    return undefined;
  }
}

/** Thousands of dates are read at once, which takes calendars and time zones several times as long. */
function dayInUtc(text: string): Moment | undefined {
  const at = Date.parse(`${text}T00:00:00Z`);
  const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
  return isDay ? { at, day: text, time: undefined } : undefined;
}

/** The moment `at` (milliseconds since 1970) as a clock in `timeZone` shows it. */
export function momentAt(at: number, timeZone: string): Moment {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
  return {
    at,
    day: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** `2026-11-21T09:30:00+01:00`: how the bot and `new` write a date into front matter. Whole seconds. */
export function formatMoment(at: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** The value of HTML's `datetime` attribute: the day alone where no time was given. */
export function machineTime(moment: Moment, timeZone: string): string {
  return moment.time === undefined ? moment.day : formatMoment(moment.at, timeZone);
}

/** The day in words of `language`, such as "21 November 2026". */
export function dayInWords(moment: Moment, language: string): string {
  return inWords(moment.day, language, 'long');
}

/** Day and month of the common calendar alone, such as "21 Nov": the same in every year. */
export function dayOfYear(moment: Moment, language: string): string {
  return inWords(`2000${moment.day.slice(-'-11-21'.length)}T00:00:00Z`, language, 'short');
}

/**
 * Whether a day of a language belongs to other years and months than those of the archive, as in Persian: in a list under
 * one of these it is a whole date.
 */
export const hasOwnYears = oncePerText(
  // A format is slow to tell of itself.
  (language) => !isCommon(formsOf(language)('long').format),
);

/** A month such as `2026-05` in words of `language`: "May 2026", or "May" alone. */
export function monthInWords(month: string, language: string, withYear = true): string {
  return inWords(`${month}-01T00:00:00Z`, language, withYear ? 'month' : 'bare month');
}

/** A year such as `2026` as a language writes it: in Japanese, with the sign for it. */
export function yearInWords(year: string, language: string): string {
  return inWords(`${year}-01-01T00:00:00Z`, language, 'year');
}

/** A time of day such as `09:30` with the digits and signs of a language, always out of 24 hours. */
export function timeInWords(time: string, language: string): string {
  return inWords(`2000-01-01T${time}:00Z`, language, 'time');
}

/** What a date is shown with. */
const parts = {
  long: { dateStyle: 'long' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
  'bare month': { month: 'long' },
  year: { year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/** Calendars whose years begin, and are parted into months, as those of the archive. */
const commonCalendars = new Set(['gregory', 'buddhist', 'japanese', 'roc']);

function isCommon(format: Intl.DateTimeFormat): boolean {
  return commonCalendars.has(format.resolvedOptions().calendar);
}

function inWords(moment: string, language: string, length: keyof typeof parts): string {
  return formsOf(language)(length).said(moment);
}

/**
 * Formats, each with what it said of moments: a day stands on a card, on its page and in lists. Making a format costs far
 * more than using it.
 */
const formsOf = oncePerText((language) =>
  oncePerText((length: keyof typeof parts) => {
    const format = makeFormat(language, length);
    return { format, said: oncePerText((moment) => format.format(Date.parse(moment))) };
  }),
);

/** A whole date is one of the language's own calendar; what stands under a year or a month of the archive is of that. */
function makeFormat(language: string, length: keyof typeof parts): Intl.DateTimeFormat {
  const options = { ...parts[length], timeZone: 'UTC' };
  const format = new Intl.DateTimeFormat(localeOf(language), options);
  if (length === 'long' || isCommon(format)) return format;
  return new Intl.DateTimeFormat(localeOf(language), { ...options, calendar: 'gregory' });
}
