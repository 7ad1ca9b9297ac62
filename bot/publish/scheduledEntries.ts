import type { DatabaseSync } from 'node:sqlite';
import type { Entry } from '#journal/content/entry.ts';
import { visibility } from '#journal/public/gate.ts';
import { inTransaction } from '../state/database.ts';
import { cell } from '../state/rows.ts';

type Scheduled = Pick<Entry, 'file' | 'draft' | 'date'>;

/**
 * Entries that wait for their date. They are on disk, so that one whose date comes while the bot is down is noticed at
 * the next start.
 */
export class Schedule {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Takes the journal's scheduled entries in. @returns files whose date has come since, oldest first. */
  look(entries: readonly Scheduled[], now: number): string[] {
    return inTransaction(this.#database, () => {
      const byFile = new Map(entries.map((entry) => [entry.file, entry]));
      const due: string[] = [];
      const forget = this.#database.prepare('DELETE FROM scheduled_entries WHERE file = ?');
      for (const row of this.#database
        .prepare('SELECT file FROM scheduled_entries ORDER BY at, file')
        .all()) {
        const file = cell(row, 'scheduled_entries.file', 'text');
        const entry = byFile.get(file);
        if (entry && visibility(entry, now) === 'published') due.push(file);
        else if (entry?.draft !== false) forget.run(file);
      }
      const keep = this.#database.prepare(
        'INSERT INTO scheduled_entries (file, at) VALUES (?, ?) ON CONFLICT (file) DO UPDATE SET at = excluded.at',
      );
      for (const entry of entries)
        if (visibility(entry, now) === 'scheduled') keep.run(entry.file, entry.date.at);
      return due;
    });
  }

  /** An entry whose date has come has been carried on. */
  done(file: string): void {
    this.#database.prepare('DELETE FROM scheduled_entries WHERE file = ?').run(file);
  }

  /** The next date that has to come; undefined where nothing is scheduled. */
  nextAt(): number | undefined {
    const row = this.#database.prepare('SELECT MIN(at) AS at FROM scheduled_entries').get();
    return cell(row, 'scheduled_entries.at', 'number?');
  }
}
