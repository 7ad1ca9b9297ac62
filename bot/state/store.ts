import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { inTransaction } from './database.ts';
import { type Row, spelled } from './rows.ts';

/** What a statement is handed. In the database nothing is undefined, and yes and no are numbers. */
type Value = SQLInputValue | boolean | undefined | Part;

/** A statement, written with its values where they belong: they are bound to it, and never read as SQL. */
type Statement<Result> = (sql: TemplateStringsArray, ...values: readonly Value[]) => Result;

/** A part of a statement, with its values. */
export class Part {
  readonly sql: readonly string[];
  readonly values: readonly Value[];

  constructor(sql: readonly string[], values: readonly Value[]) {
    this.sql = sql;
    this.values = values;
  }
}

/** A part that several statements have, such as a condition. */
export const part: Statement<Part> = (sql, ...values) => new Part(sql, values);

/** The columns and values of a new row, as they stand behind `INSERT INTO` and its table: `draftId` is `draft_id`. */
export function columns(row: Readonly<Record<string, Value>>): Part {
  const [first = '', ...others] = Object.keys(row).map(spelled);
  const names = [first, ...others].join(', ');
  return new Part([`(${names}) VALUES (`, ...others.map(() => ', '), ')'], Object.values(row));
}

/** What a part of the bot keeps in the database. */
export abstract class Store {
  protected readonly database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.database = database;
  }

  /** Runs several of these calls as one; see {@link inTransaction}. */
  inTransaction<T>(work: () => T extends Promise<unknown> ? never : T): T {
    return inTransaction(this.database, work);
  }

  /** Runs a statement. @returns how many rows it changed. */
  protected run: Statement<number> = (...statement) => {
    const { sql, values } = bound(part(...statement));
    return Number(this.database.prepare(sql).run(...values).changes);
  };

  /**
   * Reads the first row that a statement finds; undefined where there is none. What a statement with RETURNING wrote is
   * kept once it ends, and where a full disk keeps that from happening nobody is told: it needs a transaction around it.
   */
  protected row<T>(read: (row: Row) => T): Statement<T | undefined> {
    return (...statement) => {
      const { sql, values } = bound(part(...statement));
      const row = this.database.prepare(sql).get(...values);
      return row && read(row);
    };
  }

  /** Reads all rows that a statement finds. */
  protected rows<T>(read: (row: Row) => T): Statement<T[]> {
    return (...statement) => {
      const { sql, values } = bound(part(...statement));
      const rows = this.database.prepare(sql).all(...values);
      return rows.map((row) => read(row));
    };
  }

  /** Whether a statement finds any row. */
  protected finds: Statement<boolean> = (...statement) =>
    this.row(() => true)(...statement) ?? false;

  /** The number that a statement finds. */
  protected count: Statement<number> = (...statement) =>
    this.row((row) => Number(Object.values(row)[0]))(...statement) ?? 0;
}

/** One that knows the time. */
export abstract class TimedStore extends Store {
  protected readonly clock: { now(): number };

  constructor(database: DatabaseSync, clock: { now(): number }) {
    super(database);
    this.clock = clock;
  }
}

/** A statement as SQLite takes it, a question mark for each value. */
function bound({ sql: [first = '', ...others], values }: Part): {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
} {
  const inner = values.map((value) =>
    value instanceof Part ? bound(value) : { sql: '?', values: [plain(value)] },
  );
  const rest = inner.map(({ sql }, at) => sql + others[at]);
  return { sql: first + rest.join(''), values: inner.flatMap((one) => one.values) };
}

function plain(value: Exclude<Value, Part>): SQLInputValue {
  return typeof value === 'boolean' ? Number(value) : (value ?? null);
}
