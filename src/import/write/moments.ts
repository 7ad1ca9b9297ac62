import { Temporal } from 'temporal-polyfill';
import { formatMoment, parseMoment } from '#journal/schema/moment.ts';

/** A date as front matter has it, and what it means. */
export type WrittenDate = NonNullable<ReturnType<typeof writtenDate>>;

/** Writes a date of an import for front matter: a clock without offset is one in the journal's zone. */
export function writtenDate(imported: string, timeZone: string) {
  const text = /T[\d:]+$/.test(imported) ? localTime(imported, timeZone) : imported;
  const moment = text === undefined ? undefined : parseMoment(text, timeZone);
  if (!moment || text === undefined) return undefined;
  // The day, such as `2026-11-21`, is that in the journal's zone; `at` is in milliseconds since 1970.
  return { text, day: moment.day, at: moment.at };
}

/** A time that a clock skipped in spring is the one an hour later; of one that it showed twice, the first. */
function localTime(clock: string, timeZone: string): string | undefined {
  try {
    const zoned = Temporal.PlainDateTime.from(clock).toZonedDateTime(timeZone);
    return formatMoment(zoned.epochMilliseconds, timeZone);
  } catch {
    return undefined;
  }
}
