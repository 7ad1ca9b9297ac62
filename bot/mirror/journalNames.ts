import type { ReadJournal } from '../content/contentFolder.ts';
import { type Channel, postIds } from '../outbox/channel.ts';
import type { DecidedEntry, EntryName } from './mirrorMemory.ts';

/** Everything by which an entry of a journal, in whatever state, can be known again. */
export type JournalNames = ReturnType<typeof namesIn>;

/** The names of all entries, of those that cannot be read the files. */
export function namesIn({ journal, unread }: ReadJournal, channel: Channel) {
  const { entries } = journal;
  let posts: ReadonlySet<number> | undefined;
  const byFile = (file: string) => entries.find((entry) => entry.file === file);
  return {
    ids: new Set(entries.map((entry) => entry.id)),
    files: new Set([...entries.map((entry) => entry.file), ...unread]),
    /** Ids of the posts that entries name as theirs: gathered when they are asked for, which is seldom. */
    posts: () =>
      (posts ??= new Set(entries.flatMap(({ syndication }) => postIds(channel, syndication)))),
    /** Whether an entry names a post of a channel of another name as its copy. */
    isPosted: ({ file }: EntryName) =>
      byFile(file)?.syndication.some(
        (address) =>
          address.startsWith('https://t.me/') && postIds(channel, [address]).length === 0,
      ) ?? false,
  };
}

/**
 * Whether an entry may be one of those that were decided on, under another name: it is older than what was decided, and
 * more of them are away since than were decided on later.
 */
export function renamedSince(
  read: ReadJournal,
  names: JournalNames,
  decisions: () => readonly DecidedEntry[],
): (entry: EntryName) => boolean {
  let isOld: ((entry: EntryName) => boolean) | undefined;
  return (entry) => {
    isOld ??= olderThanThoseAway(read, names, decisions());
    return isOld(entry);
  };
}

function olderThanThoseAway(
  { journal }: ReadJournal,
  { ids, files }: JournalNames,
  decided: readonly DecidedEntry[],
): (entry: EntryName) => boolean {
  const away = decided.filter(({ entryId, file }) => !ids.has(entryId) && !files.has(file));
  const at = Math.max(...away.map((one) => one.at));
  const later = decided.filter((one) => one.at > at);
  if (away.length <= later.length) return () => false;
  const dates = new Map(journal.entries.map(({ file, date }) => [file, date.at]));
  return ({ file }) => (dates.get(file) ?? Number.POSITIVE_INFINITY) <= at;
}
