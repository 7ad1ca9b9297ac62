import type { Channel } from '../outbox/channel.ts';
import { cell, type Row, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

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

const toJournal = rowReader('mirror_journals', {
  url: 'text',
  /** The latest change in chat of the day on which the two met: what was published before that was not for this channel. */
  firstChange: 'number',
});

const names = { entryId: 'text', file: 'text' } as const;
const toDecision = rowReader('mirror_decisions', { ...names, decision: 'text' });
const toDecidedEntry = rowReader('mirror_decisions', { ...names, at: 'number' });
const toRemoval = rowReader('quiet_removals', names);
const toChannel: (row: Row) => Channel = rowReader('known_channels', {
  id: 'number',
  title: 'text',
  username: 'text?',
});

/** What the mirror remembers beside what the channel holds. */
export class MirrorMemory extends Store {
  /** The journal that the channel shows; undefined before the first look. */
  journal(channelId: number) {
    return this.row(toJournal)`
      SELECT url, first_change FROM mirror_journals WHERE channel_id = ${channelId}`;
  }

  /** From this look on the channel shows the journal of this address. */
  shows(channelId: number, url: string): void {
    this.run`INSERT INTO mirror_journals (channel_id, url, first_change)
      VALUES (${channelId}, ${url}, (SELECT COALESCE(MAX(id), 0) FROM chat_changes))
      ON CONFLICT (channel_id) DO UPDATE SET url = excluded.url`;
  }

  /** The latest moment of a look at the journal, in milliseconds since 1970; undefined before the first. */
  latestLook(): number | undefined {
    return this.row((row) => cell(row, 'mirror_looks.latest', 'number'))`
      SELECT latest FROM mirror_looks`;
  }

  looked(now: number): void {
    this.run`INSERT INTO mirror_looks ${columns({ only: 1, latest: now })}
      ON CONFLICT (only) DO UPDATE SET latest = MAX(latest, excluded.latest)`;
  }

  /** Who has been decided on, by what was decided: whether an entry is among them. */
  decided(channelId: number): (decision: Decision, entry: EntryName) => boolean {
    const all = this.rows(toDecision)`
      SELECT entry_id, file, decision FROM mirror_decisions WHERE channel_id = ${channelId}`;
    const names = new Set(
      all.flatMap((one) => [`${one.decision} ${one.entryId}`, `${one.decision} file ${one.file}`]),
    );
    return (decision, { entryId, file }) =>
      names.has(`${decision} ${entryId}`) || names.has(`${decision} file ${file}`);
  }

  /** Who has been decided on in one way, and when; 0 where that is not known. */
  decisions(channelId: number, decision: Decision): DecidedEntry[] {
    return this.rows(toDecidedEntry)`
      SELECT entry_id, file, COALESCE(at, 0) AS at FROM mirror_decisions
      WHERE channel_id = ${channelId} AND decision = ${decision}`;
  }

  decide(channelId: number, decision: Decision, entries: readonly EntryName[], now: number): void {
    this.inTransaction(() => {
      for (const { entryId, file } of entries)
        this.run`REPLACE INTO mirror_decisions
          ${columns({ channelId, entryId, file, decision, at: now })}`;
    });
  }

  /** Takes back what was decided in one way; of all entries, or of those for which `isOver`. */
  forget(
    channelId: number,
    decision: Decision,
    isOver: (entry: EntryName) => boolean = () => true,
  ): void {
    this.inTransaction(() => {
      for (const { entryId } of this.decisions(channelId, decision).filter(isOver))
        this.run`DELETE FROM mirror_decisions
          WHERE channel_id = ${channelId} AND decision = ${decision} AND entry_id = ${entryId}`;
    });
  }

  /** Remembers whose posts were taken down without a word, and no longer those of more than a day ago. */
  noteQuietRemovals(channelId: number, entries: readonly EntryName[], now: number): void {
    this.run`DELETE FROM quiet_removals WHERE at <= ${now - dayMilliseconds}`;
    for (const { entryId, file } of entries)
      this.run`REPLACE INTO quiet_removals ${columns({ channelId, entryId, file, at: now })}`;
  }

  /** Whose posts were taken down without a word within a day. */
  quietRemovals(channelId: number, now: number): EntryName[] {
    return this.rows(toRemoval)`SELECT entry_id, file FROM quiet_removals
      WHERE channel_id = ${channelId} AND at > ${now - dayMilliseconds}`;
  }

  /** The owner has seen how much goes, and wants it. */
  forgetQuietRemovals(channelId: number): void {
    this.run`DELETE FROM quiet_removals WHERE channel_id = ${channelId}`;
  }

  /** Remembers what channel a setting names, and every public name that the channel has had. */
  noteChannel(reference: string | number, { id, title, username }: Channel): void {
    const references = [reference, ...(username === undefined ? [] : [`@${username}`])];
    this.inTransaction(() => {
      this.run`INSERT INTO known_channels (reference, id, title, username)
        SELECT '@' || lower(username), id, title, username FROM known_channels WHERE id = ${id}
        AND username IS NOT NULL ON CONFLICT DO NOTHING`;
      for (const one of references)
        this.run`REPLACE INTO known_channels
          ${columns({ reference: String(one).toLowerCase(), id, title, username })}`;
    });
  }

  /** The public names that a channel has or had, without the @, in small letters. One that another channel took is that one's. */
  namesOf(channelId: number): string[] {
    return this.rows((row) => cell(row, 'known_channels.reference', 'text').slice(1))`
      SELECT reference FROM known_channels WHERE id = ${channelId} AND reference LIKE '@%'`;
  }

  /**
   * The channel that a setting names, without asking Telegram. One that was never asked for has no posts that anybody
   * knew of: its id is 0.
   */
  channelOf(reference: string | number): Channel {
    const known = this.row(toChannel)`SELECT id, title, username FROM known_channels
      WHERE reference = ${String(reference).toLowerCase()}`;
    if (known) return known;
    const isName = typeof reference === 'string';
    return {
      id: isName ? this.#onlyChannel() : reference,
      title: String(reference),
      username: isName ? reference.replace(/^@/, '') : undefined,
    };
  }

  /** A database from before channels were remembered has the copies of one, nearly always. */
  #onlyChannel(): number {
    const [first = 0, ...others] = this.rows((row) => cell(row, 'copies.channel_id', 'number'))`
      SELECT DISTINCT channel_id FROM copies`;
    return others.length === 0 ? first : 0;
  }
}
