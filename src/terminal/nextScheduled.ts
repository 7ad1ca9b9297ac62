import type { Entry } from '#journal/content/entry.ts';
import { nextScheduled, visibility } from '#journal/public/gate.ts';
import { dayInWords, formatMoment } from '#journal/schema/moment.ts';

/**
 * What a build says of the next entry that time alone will publish, so that the owner knows when to build again: `1 June
 * 2026, 00:00 (Europe/Lisbon): notes/soon.md`. Undefined where nothing is scheduled. `now` is in milliseconds since 1970.
 */
export function nextScheduledWords(
  entries: readonly Entry[],
  now: number,
  timeZone: string,
): string | undefined {
  const next = nextScheduled(entries, now);
  const coming = entries.filter(
    (entry) => entry.date.at === next && visibility(entry, now) === 'scheduled',
  );
  const [first] = coming;
  if (!first) return undefined;
  // Built a second too early, the entry would still be hidden.
  const time = formatMoment(first.date.at, timeZone).slice(11, 19).replace(/:00$/, '');
  const files = coming.map((entry) => entry.file).sort();
  return `${dayInWords(first.date, 'en')}, ${time} (${timeZone}): ${files.join(', ')}`;
}
