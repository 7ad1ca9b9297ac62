import { parseMoment } from '#journal/schema/moment.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * A date as exports write it, in the forms of `ImportedDocument.date`: ISO 8601 with or without offset, with slashes, with
 * a time of one digit, as mail has it (RFC 822), or in English words. Undefined for what is no date, such as WordPress's
 * `0000-00-00 00:00:00`, and for a day that no calendar has.
 */
export function readDate(written: string): string | undefined {
  const text = written.trim();
  const read = isoDate(text) ?? wordedDate(text);
  return read !== undefined && isDate(read) ? read : undefined;
}

function isoDate(text: string): string | undefined {
  const [, year, month = '', day = '', rest = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+)(.*))?$/i.exec(text) ?? [];
  if (year === undefined) return undefined;
  const time = clock(rest);
  return time === undefined ? undefined : `${year}-${two(month)}-${two(day)}${time}`;
}

/** `Wed, 05 May 2010 12:00:00 +0000`, `5 May 2010`, `May 5, 2010 at 3:04 PM`. */
function wordedDate(text: string): string | undefined {
  const [, day, word, word2, day2, year, rest = ''] =
    /^(?:[a-z]+,?\s+)?(?:(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?|([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?\s+(\d{4})(?:[,\s]+(?:at\s+)?(.*))?$/i.exec(
      text,
    ) ?? [];
  const month = months.indexOf((word ?? word2 ?? '').slice(0, 3).toLowerCase()) + 1;
  const time = clock(rest);
  if (month === 0 || time === undefined) return undefined;
  return `${year}-${two(String(month))}-${two(day ?? day2 ?? '')}${time}`;
}

/** The time behind a date, with `T` before it; nothing where there is none; undefined for what is no time. */
function clock(text: string): string | undefined {
  if (text.trim() === '') return '';
  const [whole, hour = '', minute, second = '00', half, zone = ''] =
    /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|(?:UTC|GMT)?[+-]\d{2}(?::?\d{2})?|UTC|GMT)?(?:\s*\(?[A-Za-z/_]+\)?)?$/i.exec(
      text.trim(),
    ) ?? [];
  if (whole === undefined) return undefined;
  const hours =
    half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0);
  return `T${two(String(hours))}:${minute}:${second}${offset(zone)}`;
}

function offset(zone: string): string {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return 'Z';
  const [, sign = '', hours = '', minutes = '00'] = /([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return sign === '' ? '' : `${sign}${hours}:${minutes}`;
}

function two(digits: string): string {
  return digits.padStart(2, '0');
}

/** The number that a day such as `2010-05-05` has in its year; NaN for what is none. */
export function dayOfYear(day: string): number {
  return (Date.parse(day) - Date.parse(day.slice(0, 4))) / 86_400_000 + 1;
}

/** Whether a date in the forms of `ImportedDocument.date` is one. */
function isDate(text: string): boolean {
  if (/^0000/.test(text)) return false;
  return parseMoment(/T[\d:]+$/.test(text) ? `${text}Z` : text, 'UTC') !== undefined;
}
