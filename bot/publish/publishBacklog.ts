import { StoppedError } from '../base/runCommand.ts';
import { json, rowReader } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';
import { NotYetError, type PublishHook } from './publishHook.ts';

/** What somebody is about to do. */
export interface BacklogNote {
  /** It is done, or somebody else has noted it. */
  strike(): void;
  /** It is to be done later. */
  leave(): void;
  /** It was refused, and is to be done later. */
  refuse(): void;
}

const toOutstanding = rowReader('owed_files', {
  id: 'number',
  files: json<string[]>(),
  subject: 'text',
  isDue: 'flag',
});
type Outstanding = ReturnType<typeof toOutstanding>;

/**
 * What was begun to be carried on and never got anywhere: by a crash, by a stop, or because git refused it. Kept over
 * restarts.
 */
export class PublishBacklog extends Store {
  readonly #inHand = new Set<number>();
  /** What was refused since the start, which whoever asked for it was told. */
  readonly #refused = new Set<number>();

  /** The hook; what it is given is written down first, and struck off when it got as far as it can. */
  noting(hook: PublishHook): PublishHook {
    return async (files, subject, isDue = false) => {
      const note = this.note(files, subject, isDue);
      try {
        await hook(files, subject, isDue);
        note.strike();
      } catch (error) {
        if (error instanceof NotYetError) note.refuse();
        else if (!(error instanceof StoppedError)) note.strike();
        throw error;
      } finally {
        note.leave();
      }
    };
  }

  /** Writes down what somebody is about to do. A crash leaves it; so does {@link BacklogNote.leave}. */
  note(files: readonly string[], subject: string, isDue = false): BacklogNote {
    const id = this.#write(files, subject, isDue);
    this.#inHand.add(id);
    const leave = () => void this.#inHand.delete(id);
    return {
      leave,
      refuse: () => void this.#refused.add(id),
      strike: () => {
        this.#strike([id]);
        leave();
      },
    };
  }

  /** Whether something is outstanding that nobody is about to do. */
  isThere(): boolean {
    return this.#rows().length > 0;
  }

  /** Whether any of it was refused, so that the end of it is news. */
  isRefused(): boolean {
    return this.#rows().some(({ id }) => this.#refused.has(id));
  }

  /** Gives all that is outstanding to `hook`, as one. */
  async carryOn(hook: PublishHook): Promise<void> {
    const rows = this.#rows();
    const files = rows.flatMap((row) => row.files);
    const begun = hook(
      [...new Set(files)],
      rows[0]?.subject ?? '',
      rows.some(({ isDue }) => isDue),
    );
    // It has written all of it down by now.
    this.#strike(rows.map(({ id }) => id));
    await begun;
  }

  #write(files: readonly string[], subject: string, isDue: boolean): number {
    const row = columns({ files: JSON.stringify(files), subject, isDue });
    return this.inTransaction(() => this.count`INSERT INTO owed_files ${row} RETURNING id`);
  }

  #rows(): Outstanding[] {
    const all = this.rows(toOutstanding)`SELECT * FROM owed_files ORDER BY id`;
    return all.filter(({ id }) => !this.#inHand.has(id));
  }

  #strike(ids: readonly number[]): void {
    for (const id of ids) {
      this.run`DELETE FROM owed_files WHERE id = ${id}`;
      this.#refused.delete(id);
    }
  }
}
