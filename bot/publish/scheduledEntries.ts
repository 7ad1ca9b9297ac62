import type { Entry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import { cell } from '../state/rows.ts';
import { columns, Store } from '../state/store.ts';

type Scheduled = Pick<Entry, 'file' | 'draft' | 'date'>;

/**
 * Entries that wait for their date. They are on disk, so that one whose date comes while the bot is down is noticed at
 * the next start.
 */
export class Schedule extends Store {
  /**
   * Takes the journal's scheduled entries in. What cannot be read now waits until it can.
   *
   * @returns files whose date has come since, oldest first.
   */
  look(entries: readonly Scheduled[], unread: readonly string[], now: number): string[] {
    return this.inTransaction(() => {
      const byFile = new Map(entries.map((entry) => [entry.file, entry]));
      const due: string[] = [];
      for (const file of this.#files()) {
        const entry = byFile.get(file);
        if (entry && visibility(entry, now) === 'published') due.push(file);
        else if (entry?.draft !== false && !unread.includes(file)) this.done(file);
      }
      for (const entry of entries)
        if (visibility(entry, now) === 'scheduled')
          this.run`REPLACE INTO scheduled_entries
            ${columns({ file: entry.file, at: entry.date.at })}`;
      return due;
    });
  }

  /** Whether an entry waits for its date, or to be carried on. */
  has(file: string): boolean {
    return this.finds`SELECT 1 FROM scheduled_entries WHERE file = ${file}`;
  }

  /** An entry whose date has come has been carried on. */
  done(file: string): void {
    this.run`DELETE FROM scheduled_entries WHERE file = ${file}`;
  }

  /** The next date after a moment; undefined where nothing is scheduled for later. */
  nextAt(moment: number): number | undefined {
    return this.row((row) => cell(row, 'scheduled_entries.at', 'number?'))`
      SELECT MIN(at) AS at FROM scheduled_entries WHERE at > ${moment}`;
  }

  #files(): string[] {
    return this.rows((row) => cell(row, 'scheduled_entries.file', 'text'))`
      SELECT file FROM scheduled_entries ORDER BY at, file`;
  }
}
