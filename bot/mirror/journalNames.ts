import type { ReadJournal } from '../content/contentFolder.ts';
import { type Channel, postIds } from '../outbox/channel.ts';

/** Everything by which an entry of a journal, in whatever state, can be known again. */
export interface JournalNames {
  readonly ids: ReadonlySet<string>;
  readonly files: ReadonlySet<string>;
  /** Ids of the posts that entries name as theirs. */
  readonly posts: ReadonlySet<number>;
}

/** The names of all entries, of those that cannot be read the files. */
export function namesIn({ journal, unread }: ReadJournal, channel: Channel): JournalNames {
  const { entries } = journal;
  return {
    ids: new Set(entries.map((entry) => entry.id)),
    files: new Set([...entries.map((entry) => entry.file), ...unread]),
    posts: new Set(entries.flatMap(({ syndication }) => postIds(channel, syndication))),
  };
}
