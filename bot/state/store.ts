import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Row } from './rows.ts';

/** What a statement is handed. In the database nothing is undefined, and yes and no are numbers. */
type Value = SQLInputValue | boolean | undefined;

/** A statement, written with its values where they belong: they are bound to it, and never read as SQL. */
type Statement<Result> = (sql: TemplateStringsArray, ...values: readonly Value[]) => Result;

/** What a part of the bot keeps in the database. */
export abstract class Store {
  protected readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Runs a statement. @returns how many rows it changed. */
  protected run: Statement<number> = (sql, ...values) =>
    Number(this.database.prepare(sql.join('?')).run(...values.map(bound)).changes);

  /** Reads the first row that a statement finds; undefined where there is none. */
  protected row<T>(read: (row: Row) => T): Statement<T | undefined> {
    return (sql, ...values) => {
      const row = this.database.prepare(sql.join('?')).get(...values.map(bound));
      return row && read(row);
    };
  }

  /** Reads all rows that a statement finds. */
  protected rows<T>(read: (row: Row) => T): Statement<T[]> {
    return (sql, ...values) =>
      this.database
        .prepare(sql.join('?'))
        .all(...values.map(bound))
        .map((row) => read(row));
  }

  /** Whether a statement finds any row. */
  protected finds: Statement<boolean> = (sql, ...values) =>
    this.database.prepare(sql.join('?')).get(...values.map(bound)) !== undefined;
}

function bound(value: Value): SQLInputValue {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
