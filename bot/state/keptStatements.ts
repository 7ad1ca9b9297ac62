import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** A database that prepares each statement once: the bot asks the same few hundred again and again. */
export class DatabaseOfKeptStatements extends DatabaseSync {
  readonly #prepared = new Map<string, StatementSync>();

  override prepare(sql: string): StatementSync {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = super.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}
