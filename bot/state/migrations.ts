import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const folder = join(import.meta.dirname, '../schema');

/** The version of a database that has seen every change of `schema/`. */
export function latestVersion(): number {
  return changes().at(-1)?.version ?? 0;
}

/** The version that the first files of `schema/` make out of nothing. What is older cannot be brought up to date. */
export function firstVersion(): number {
  return changes()[0]?.version ?? 0;
}

/** The number of the last change that a database has seen: its `user_version`. */
export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
}

/**
 * Makes the changes of `schema/` that a database has not seen, up to a version. A change that was released is never
 * edited: the next one is a file with the next number.
 */
export function bringUpTo(database: DatabaseSync, version: number): void {
  const seen = versionOf(database);
  for (const change of changes())
    if (change.version > seen && change.version <= version)
      database.exec(readFileSync(join(folder, change.file), 'utf8'));
  database.exec(`PRAGMA user_version = ${version}`);
}

/** What a database lacks of its version, and whether it can be the bot's at all. */
export interface Comparison {
  /** In words: `the table inbox`, `the column state of inbox`. */
  readonly missing: readonly string[];
  readonly isOurs: boolean;
}

/**
 * Compares a database with what the changes up to `version` make, or with the first version, if it is older. What there
 * is beside it is no concern.
 */
export function compareWithSchema(database: DatabaseSync, version: number): Comparison {
  const there = partsOf(database);
  if (version < 1) return { missing: [], isOurs: version === 0 && there.size === 0 };
  const wanted = partsOfVersion(Math.max(version, firstVersion()));
  const missing = wanted.filter((part) => !there.has(part));
  return { missing, isOurs: missing.length < wanted.length };
}

const known = new Map<number, readonly string[]>();

function partsOfVersion(version: number): readonly string[] {
  const parts = known.get(version) ?? [...partsMade(version)];
  known.set(version, parts);
  return parts;
}

function partsMade(version: number): Set<string> {
  const model = new DatabaseSync(':memory:');
  try {
    bringUpTo(model, version);
    return partsOf(model);
  } finally {
    model.close();
  }
}

/** Tables, their columns, indexes and the like. */
function partsOf(database: DatabaseSync): Set<string> {
  const parts = database
    .prepare("SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all();
  const columns = database
    .prepare(
      "SELECT t.name AS name, c.name AS part FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'",
    )
    .all();
  return new Set([
    ...parts.map(({ type, name }) => `the ${type} ${name}`),
    ...columns.map(({ name, part }) => `the column ${part} of ${name}`),
  ]);
}

/** Files such as `18-unplaced-comments.sql`, by their numbers; those of one number are one change, in parts. */
function changes(): { readonly version: number; readonly file: string }[] {
  return readdirSync(folder)
    .filter((file) => /^\d+-.*\.sql$/.test(file))
    .sort()
    .map((file) => ({ version: Number.parseInt(file, 10), file }))
    .sort((a, b) => a.version - b.version);
}
