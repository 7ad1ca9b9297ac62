import { Temporal } from 'temporal-polyfill';
import { formatMoment, parseMoment } from '#journal/schema/moment.ts';

/** A date as front matter has it, and what it means. */
export interface WrittenDate {
  readonly text: string;
  /** `2026-11-21`, in the journal's zone. */
  readonly day: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Writes a date of an import for front matter: a clock without offset is one in the journal's zone. */
export function writtenDate(imported: string, timeZone: string): WrittenDate | undefined {
  const text = /T[\d:]+$/.test(imported) ? localTime(imported, timeZone) : imported;
  const moment = text === undefined ? undefined : parseMoment(text, timeZone);
  return moment && text !== undefined ? { text, day: moment.day, at: moment.at } : undefined;
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
