import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { openCaches } from '../../src/load/caches.ts';
import { type LoadResult, loadJournal } from '../../src/load/loadJournal.ts';
import { temporaryFolder } from './temporary.ts';

/** The moment at which these journals are read. */
export const now = Date.parse('2026-06-01');

/** A site.yaml. */
export const site = 'title: Sample\nurl: https://sample.example\n';

/** The text of an entry; `matter` are lines of front matter beside its title and date. */
export function entryText(matter = '', body = 'Fine.'): string {
  return `---\ntitle: A\ndate: 2026-01-02\n${matter}---\n\n${body}\n`;
}

/** A content folder with these files, loaded as the build does, or as the dev server with `sees: 'everything'`. */
export async function load(
  files: Readonly<Record<string, string | Uint8Array>>,
  sees: 'published' | 'everything' = 'published',
): Promise<LoadResult> {
  return loadFolder(await temporaryFolder({ 'site.yaml': site, ...files }), sees);
}

/** The same of a folder that is there. */
export async function loadFolder(
  root: string,
  sees: 'published' | 'everything' = 'published',
  at = now,
): Promise<LoadResult> {
  const cache = await temporaryFolder();
  const folder = { root, shownRoot: 'content', now: at };
  return loadJournal(folder, { sees, now: at }, openCaches(cache), []);
}

/** Each fault on a line: with `draft` or `warning` before what stops nothing, and without the cure. */
export function told({ faults }: Pick<LoadResult, 'faults'>): string[] {
  return sortFaults(faults).map(
    (fault) =>
      `${fault.draft ? 'draft ' : fault.warning ? 'warning ' : ''}${formatFault(fault).split('; ').slice(0, -2).join('; ')}`,
  );
}
