import { readEntry } from '#journal/content/entry.ts';
import { type Fault, formatFault } from '#journal/fault/fault.ts';
import { systemFault } from '#journal/fault/systemFault.ts';
import { messageOf } from '../../base/log.ts';
import { troubleIn } from '../../base/trouble.ts';
import { readSite } from '../../content/contentFolder.ts';
import type { Draft } from '../../drafts/draftStore.ts';
import { firstLines, talk } from '../../talk/talk.ts';
import type { EntryTools } from './entryTools.ts';

const faultsTold = 5;

/** What is said where the journal itself cannot be read. @throws whatever else is wrong. */
export function unreadIn(error: unknown): string {
  if (troubleIn(error)?.with !== 'journal') throw error;
  return talk('journalUnread', { reason: systemFault(error) ?? messageOf(error) });
}

/** Makes sure that the journal can be read before anything is done. @throws {JournalError} where it cannot. */
export async function requireSite({ config }: EntryTools): Promise<void> {
  await readSite(config.contentFolder);
}

/** Says that a file is gone, and what may bring it back. */
export function goneWords(file: string): string {
  return talk('gone', { file });
}

/** Why a draft's file is no entry, and the next step; undefined where it is one. */
export async function whyUnread(
  { file }: Draft,
  { config, drafts }: EntryTools,
): Promise<string | undefined> {
  const source = await drafts.text(file);
  if (source === undefined) return goneWords(file);
  const { entry, faults } = readEntry(file, source, await readSite(config.contentFolder));
  return entry ? undefined : unreadWords(file, faults);
}

/** The same, of faults that are known. */
export function unreadWords(file: string, faults: readonly Fault[]): string {
  return `${talk('unread', { file })}\n${faultLines(faults)}`;
}

/** Faults, one a line. */
export function faultLines(faults: readonly Fault[]): string {
  const lines = faults.map((fault) => `✗ ${formatFault(fault)}`);
  return firstLines(lines, faultsTold, (count) => talk('moreFaults', { count })).join('\n');
}

/** What is wrong with an edit of a file, or would be in another file by it. */
export function clashWords({ file, what, expected, cure }: Fault, edited: string): string {
  return file === edited
    ? talk('wrong', { what, expected, cure })
    : talk('wouldHave', { file, what, expected, cure });
}
