/**
 * A date as Movable Type writes it, `03/14/2005 09:30:00 PM`, in the forms of `ImportedDocument.date`: a clock of the
 * journal's zone. Without AM or PM the clock has 24 hours; where there is no such month, the day stands first. Undefined
 * for what is none of these.
 */
export function exportDate(written: string): string | undefined {
  const [, first = '', second = '', year = '', hour = '0', minute = '00', rest = '00', half = ''] =
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i.exec(
      written.trim(),
    ) ?? [];
  if (year === '') return undefined;
  const [month, day] = Number(first) > 12 ? [second, first] : [first, second];
  const isHalf = half !== '' && Number(hour) <= 12;
  const hours = isHalf ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const [mm, dd, hh] = [month, day, String(hours)].map((one) => one.padStart(2, '0'));
  const isOne = Number(month) <= 12 && Number(day) <= 31 && hours < 24 && Number(minute) < 60;
  return isOne ? `${fullYear(year)}-${mm}-${dd}T${hh}:${minute}:${rest}` : undefined;
}

/** Nobody kept a weblog before 1970. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 70 ? `20${year}` : `19${year}`;
}
