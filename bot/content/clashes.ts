import { faultsBetween, readSeries } from '#journal/content/assembleJournal.ts';
import { type Entry, readEntry } from '#journal/content/entry.ts';
import { type ContentFile, compareEntries, type Journal } from '#journal/content/journal.ts';
import { type Fault, isStopping } from '#journal/fault/fault.ts';
import { publicJournal } from '#journal/public/publicJournal.ts';
import { takenPathFaults } from '#journal/public/takenPaths.ts';
import { readEntries } from './contentFolder.ts';

/** What an edit would make wrong between an entry and the rest of the journal; undefined for nothing that is not so already. */
export async function clashOf(
  root: string,
  { file, source }: ContentFile,
  needs?: ContentFile,
): Promise<Fault | undefined> {
  const { journal } = await readEntries(root);
  const { entry } = readEntry(file, source, journal.site);
  return newFault(
    faultsOf(withEdited(journal, file, entry, needs ? [needs] : [])),
    faultsOf(journal),
  );
}

/** What is wrong by now and was not before, or stopped nothing before, wherever its line is by now. */
export function newFault(after: readonly Fault[], before: readonly Fault[]): Fault | undefined {
  const keyOf = (fault: Fault) => `${isStopping(fault)} ${fault.file} ${fault.what}`;
  const known = new Set(before.map(keyOf));
  return after.find((fault) => !known.has(keyOf(fault)));
}

/** What is scheduled counts as published: the day on which it appears must not stop the build. */
function faultsOf(journal: Journal): Fault[] {
  const coming = publicJournal(journal, { sees: 'published', now: Number.POSITIVE_INFINITY });
  return [...faultsBetween(journal), ...takenPathFaults(coming, [])];
}

/** The journal as it would be. */
function withEdited(
  journal: Journal,
  file: string,
  entry: Entry | undefined,
  needs: readonly ContentFile[],
): Journal {
  const others = journal.entries.filter((one) => one.file !== file);
  const entries = entry ? [...others, entry].sort(compareEntries) : others;
  return { ...journal, entries, series: new Map([...readSeries(needs, []), ...journal.series]) };
}
