import type { DatabaseSync } from 'node:sqlite';
import { cell } from '../state/rows.ts';

/** The looks that the mirror took at the journal. */
export class Looks {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The latest moment of one, in milliseconds since 1970; undefined before the first. */
  latest(): number | undefined {
    const row = this.#database.prepare('SELECT latest FROM mirror_looks').get();
    return row && cell(row, 'mirror_looks.latest', 'number');
  }

  add(now: number): void {
    this.#database
      .prepare(
        `INSERT INTO mirror_looks (only, latest) VALUES (1, ?)
         ON CONFLICT (only) DO UPDATE SET latest = MAX(latest, excluded.latest)`,
      )
      .run(now);
  }
}
