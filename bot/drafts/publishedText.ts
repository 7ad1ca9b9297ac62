import { editFrontMatter } from '#journal/file/frontMatter.ts';
import { formatMoment, parseMoment } from '#journal/schema/moment.ts';
import { readMatter } from '../content/matter.ts';

/** What became of a wish to publish. */
export type PublishOutcome = 'published' | 'scheduled' | 'already' | 'missing';

/** The aliases that an entry needs by its new text, in place of its own; undefined where those will do. */
export type NeededAliases = (before: string, after: string) => string[] | undefined;

/** The text of an entry as publishing makes it; undefined for one that is no draft. */
export function publishedText(
  file: string,
  source: string,
  now: number,
  timeZone: string,
  aliases?: NeededAliases,
): { readonly outcome: PublishOutcome; readonly text: string | undefined } {
  const matter = readMatter(source, file);
  if (matter?.['draft'] !== 'true') return { outcome: 'already', text: undefined };
  const planned = parseMoment(String(matter['date'] ?? ''), timeZone)?.at ?? 0;
  const date = planned > now ? {} : { date: formatMoment(now, timeZone) };
  const text = editFrontMatter(source, { ...date, draft: undefined });
  const kept = aliases?.(source, text);
  return {
    outcome: planned > now ? 'scheduled' : 'published',
    text: kept ? editFrontMatter(text, { aliases: kept }) : text,
  };
}
