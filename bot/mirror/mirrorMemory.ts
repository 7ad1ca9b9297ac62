import type { DatabaseSync } from 'node:sqlite';
import type { Channel } from '../outbox/channel.ts';
import { inTransaction } from '../state/database.ts';
import { cell, type Row, rowReader } from '../state/rows.ts';

const dayMilliseconds = 24 * 60 * 60_000;

/** What the owner has said of an entry that was to be posted or taken down with many others. */
export type Decision = 'post' | 'pass-over' | 'take-down' | 'keep';

/** An entry, by its id and its file: either may change. */
export interface EntryName {
  readonly entryId: string;
  readonly file: string;
}

/** An entry that something was decided of, and when. */
export interface DecidedEntry extends EntryName {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An entry as a question names it. */
export function nameOf({ entryId, file }: EntryName): string {
  return JSON.stringify([entryId, file]);
}

/** The journal that a channel shows. */
export interface KnownJournal {
  readonly url: string;
  /** The latest change in chat of the day on which the two met: what was published before that was not for this channel. */
  readonly firstChange: number;
}

const toJournal: (row: Row) => KnownJournal = rowReader('mirror_journals', {
  url: 'text',
  firstChange: 'number',
});
const toDecided = rowReader('mirror_decisions', { entryId: 'text', file: 'text' });
const toDecision = rowReader('mirror_decisions', {
  entryId: 'text',
  file: 'text',
  decision: 'text',
});
const toDecidedEntry = rowReader('mirror_decisions', {
  entryId: 'text',
  file: 'text',
  at: 'number',
});
const toRemoval = rowReader('quiet_removals', { entryId: 'text', file: 'text' });
const toChannel: (row: Row) => Channel = rowReader('known_channels', {
  id: 'number',
  title: 'text',
  username: 'text?',
});

/** What the mirror remembers beside what the channel holds. */
export class MirrorMemory {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The journal that the channel shows; undefined before the first look. */
  journal(channelId: number): KnownJournal | undefined {
    const row = this.#database
      .prepare('SELECT url, first_change FROM mirror_journals WHERE channel_id = ?')
      .get(channelId);
    return row && toJournal(row);
  }

  /** From this look on the channel shows the journal of this address. */
  shows(channelId: number, url: string): void {
    this.#database
      .prepare(
        `INSERT INTO mirror_journals (channel_id, url, first_change)
         VALUES (?, ?, (SELECT COALESCE(MAX(id), 0) FROM chat_changes))
         ON CONFLICT (channel_id) DO UPDATE SET url = excluded.url`,
      )
      .run(channelId, url);
  }

  /** Who has been decided on, by what was decided: whether an entry is among them. */
  decided(channelId: number): (decision: Decision, entry: EntryName) => boolean {
    const rows = this.#database
      .prepare('SELECT entry_id, file, decision FROM mirror_decisions WHERE channel_id = ?')
      .all(channelId);
    const names = new Set(
      rows
        .map(toDecision)
        .flatMap((one) => [`${one.decision} ${one.entryId}`, `${one.decision} file ${one.file}`]),
    );
    return (decision, { entryId, file }) =>
      names.has(`${decision} ${entryId}`) || names.has(`${decision} file ${file}`);
  }

  /** Who has been decided on in one way, and when; 0 where that is not known. */
  decisions(channelId: number, decision: Decision): DecidedEntry[] {
    return this.#database
      .prepare(
        `SELECT entry_id, file, COALESCE(at, 0) AS at FROM mirror_decisions
         WHERE channel_id = ? AND decision = ?`,
      )
      .all(channelId, decision)
      .map(toDecidedEntry);
  }

  decide(channelId: number, decision: Decision, entries: readonly EntryName[], now: number): void {
    const insert = this.#database.prepare(
      `INSERT INTO mirror_decisions (channel_id, entry_id, file, decision, at)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET file = excluded.file, at = excluded.at`,
    );
    inTransaction(this.#database, () => {
      for (const { entryId, file } of entries) insert.run(channelId, entryId, file, decision, now);
    });
  }

  /** Takes back what was decided in one way; of all entries, or of those for which `isOver`. */
  forget(
    channelId: number,
    decision: Decision,
    isOver: (entry: EntryName) => boolean = () => true,
  ): void {
    const remove = this.#database.prepare(
      'DELETE FROM mirror_decisions WHERE channel_id = ? AND decision = ? AND entry_id = ?',
    );
    inTransaction(this.#database, () => {
      const rows = this.#database
        .prepare(
          'SELECT entry_id, file FROM mirror_decisions WHERE channel_id = ? AND decision = ?',
        )
        .all(channelId, decision);
      for (const entry of rows.map(toDecided)) {
        if (isOver(entry)) remove.run(channelId, decision, entry.entryId);
      }
    });
  }

  /** Remembers whose posts were taken down without a word, and no longer those of more than a day ago. */
  noteQuietRemovals(channelId: number, entries: readonly EntryName[], now: number): void {
    const insert = this.#database.prepare(
      `INSERT INTO quiet_removals (channel_id, entry_id, file, at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET file = excluded.file, at = excluded.at`,
    );
    this.#database.prepare('DELETE FROM quiet_removals WHERE at <= ?').run(now - dayMilliseconds);
    for (const { entryId, file } of entries) insert.run(channelId, entryId, file, now);
  }

  /** Whose posts were taken down without a word within a day. */
  quietRemovals(channelId: number, now: number): EntryName[] {
    return this.#database
      .prepare('SELECT entry_id, file FROM quiet_removals WHERE channel_id = ? AND at > ?')
      .all(channelId, now - dayMilliseconds)
      .map(toRemoval);
  }

  /** The owner has seen how much goes, and wants it. */
  forgetQuietRemovals(channelId: number): void {
    this.#database.prepare('DELETE FROM quiet_removals WHERE channel_id = ?').run(channelId);
  }

  /** Remembers what channel a setting names, and every public name that the channel has had. */
  noteChannel(reference: string | number, { id, title, username }: Channel): void {
    const keepName = this.#database.prepare(
      `INSERT INTO known_channels (reference, id, title, username)
       SELECT '@' || lower(username), id, title, username FROM known_channels
       WHERE id = ? AND username IS NOT NULL ON CONFLICT DO NOTHING`,
    );
    const note = this.#database.prepare(
      `INSERT INTO known_channels (reference, id, title, username) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET id = excluded.id, title = excluded.title, username = excluded.username`,
    );
    const references = [reference, ...(username === undefined ? [] : [`@${username}`])];
    inTransaction(this.#database, () => {
      keepName.run(id);
      for (const one of references)
        note.run(String(one).toLowerCase(), id, title, username ?? null);
    });
  }

  /** The public names that a channel has or had, without the @, in small letters. One that another channel took is that one's. */
  namesOf(channelId: number): string[] {
    return this.#database
      .prepare("SELECT reference FROM known_channels WHERE id = ? AND reference LIKE '@%'")
      .all(channelId)
      .map((row) => cell(row, 'known_channels.reference', 'text').slice(1));
  }

  /**
   * The channel that a setting names, without asking Telegram. One that was never asked for has no posts that anybody
   * knew of: its id is 0.
   */
  channelOf(reference: string | number): Channel {
    const row = this.#database
      .prepare('SELECT id, title, username FROM known_channels WHERE reference = ?')
      .get(String(reference).toLowerCase());
    if (row) return toChannel(row);
    const isName = typeof reference === 'string';
    return {
      id: isName ? this.#onlyChannel() : reference,
      title: String(reference),
      username: isName ? reference.replace(/^@/, '') : undefined,
    };
  }

  /** A database from before channels were remembered has the copies of one, nearly always. */
  #onlyChannel(): number {
    const rows = this.#database.prepare('SELECT DISTINCT channel_id FROM copies').all();
    const [first] = rows;
    return first && rows.length === 1 ? cell(first, 'copies.channel_id', 'number') : 0;
  }
}
