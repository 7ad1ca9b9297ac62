import * as fileSystem from 'node:fs/promises';
import { type ContentFolder, readContentFolder } from '#journal/content/folder.ts';
import { formatFault, sortFaults } from '#journal/fault/fault.ts';
import { openCaches } from '../../src/load/caches.ts';
import { type LoadResult, loadJournal } from '../../src/load/loadJournal.ts';
import { temporaryFolder } from './temporary.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

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
  files: Files,
  sees: 'published' | 'everything' = 'published',
): Promise<LoadResult> {
  return loadFolder(await temporaryFolder({ 'site.yaml': site, ...files }), sees);
}

/** As {@link load}, where these are files of the project's own: what came of it, and each fault on a line, whole. */
export async function loadBeside(publicFiles: readonly string[], files: Files) {
  const root = await temporaryFolder({ 'site.yaml': site, ...files });
  const caches = openCaches(await temporaryFolder());
  const folder = { root, shownRoot: 'content', now };
  const readers = { sees: 'published', now } as const;
  const { loaded, faults } = await loadJournal(folder, readers, caches, publicFiles);
  return { loaded, assets: caches.assets, faults: wordsOf(faults) };
}

/** Each fault on a line, whole. */
export const wordsOf = (faults: LoadResult['faults'], root?: string): string[] =>
  sortFaults(faults).map((fault) => formatFault(fault, root));

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

/** A folder as it is read, before anything of it is understood. */
export const readFolder = (root: string) => readContentFolder(root, fileSystem);

/** Each fault of such a folder on a line, with a `!` before what stops. */
export const toldOfFolder = ({ faults }: ContentFolder) =>
  faults.map((fault) => `${fault.draft || fault.warning ? '' : '!'}${formatFault(fault)}`).sort();

/** Each fault on a line: with `draft` or `warning` before what stops nothing, and without the cure. */
export function told({ faults }: Pick<LoadResult, 'faults'>): string[] {
  return sortFaults(faults).map(
    (fault) =>
      `${fault.draft ? 'draft ' : fault.warning ? 'warning ' : ''}${formatFault(fault).split('; ').slice(0, -2).join('; ')}`,
  );
}
