import { readEntry } from '#journal/content/entry.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import { readSite } from '../../content/contentFolder.ts';
import { readIfThere } from '../../content/files.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import type { EntryTools } from './entryTools.ts';

const faultsTold = 5;

/** Says that a file is gone, and what may bring it back. */
export function goneWords(file: string): string {
  return `${file} is no longer there. If it was discarded, /undo may bring it back; if it was renamed, /find finds it.`;
}

/** Why a draft's file is no entry, and the next step; undefined where it is one. */
export async function whyUnread(
  { file }: Draft,
  { config, drafts }: Pick<EntryTools, 'config' | 'drafts'>,
): Promise<string | undefined> {
  const source = await readIfThere(drafts.path(file));
  if (source === undefined) return goneWords(file);
  const { entry, faults } = readEntry(file, source, await readSite(config.contentFolder));
  return entry ? undefined : unreadWords(file, faults);
}

/** The same, of faults that are known. */
export function unreadWords(file: string, faults: readonly Fault[]): string {
  return `${file} cannot be read as an entry. Mend it first:\n${faultLines(faults)}`;
}

/** Faults, one a line. */
export function faultLines(faults: readonly Fault[]): string {
  const told = faults.slice(0, faultsTold).map((fault) => `✗ ${formatFault(fault)}`);
  const more = faults.length - told.length;
  return [...told, ...(more > 0 ? [`✗ and ${more} more`] : [])].join('\n');
}

/** What is wrong with an edit of a file, or would be in another file by it. */
export function clashWords({ file, what, expected, cure }: Fault, edited: string): string {
  const where = file === edited ? '' : `${file} would have `;
  return `${where}${what}; expected ${expected}; ${cure}.`;
}
