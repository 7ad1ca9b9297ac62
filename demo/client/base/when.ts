const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });

/** The time of day of a moment in milliseconds since 1970. */
export function timeOf(at: number): string {
  return time.format(at);
}

/** The day of a moment in milliseconds since 1970. */
export function dayOf(at: number): string {
  return day.format(at);
}
