import { cell } from '../state/rows.ts';
import { Store } from '../state/store.ts';

/** The looks that the mirror took at the journal. */
export class Looks extends Store {
  /** The latest moment of one, in milliseconds since 1970; undefined before the first. */
  latest(): number | undefined {
    return this.row((row) => cell(row, 'mirror_looks.latest', 'number'))`
      SELECT latest FROM mirror_looks`;
  }

  add(now: number): void {
    this.run`INSERT INTO mirror_looks (only, latest) VALUES (1, ${now})
      ON CONFLICT (only) DO UPDATE SET latest = MAX(latest, excluded.latest)`;
  }
}
