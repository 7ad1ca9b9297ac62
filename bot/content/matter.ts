import { saysDraft } from '#journal/content/draft.ts';
import { splitFrontMatter } from '#journal/file/frontMatter.ts';
import { type Moment, parseMoment } from '#journal/schema/moment.ts';

/** The front matter of an entry's file, every scalar as text; undefined where it cannot be read. */
export function readMatter(
  source: string,
  file: string,
): Readonly<Record<string, unknown>> | undefined {
  const { yaml, faults } = splitFrontMatter(source, file);
  if (faults.length > 0) return undefined;
  return typeof yaml.value === 'object' && yaml.value !== null ? { ...yaml.value } : {};
}

/** Whether a file is there and says that it is no draft. One whose front matter cannot be read says nothing, and stays at home. */
export function isForReaders(source: string | undefined, file: string): boolean {
  return source !== undefined && readMatter(source, file) !== undefined && !saysDraft(source);
}

/** The date of an entry's file; undefined where it has none that can be read. */
export function dateOf(source: string, file: string, timeZone: string): Moment | undefined {
  return parseMoment(String(readMatter(source, file)?.['date'] ?? ''), timeZone);
}

/** Whether readers see what a file says at a time: it is no draft, and its date is not to come. */
export function isShownAt(source: string, file: string, at: number, timeZone: string): boolean {
  const date = dateOf(source, file, timeZone);
  return isForReaders(source, file) && date !== undefined && date.at <= at;
}
