import type { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/** Copies all tables of the database at `path`, which is only read, into one that is empty. */
export function copyInto(database: DatabaseSync, path: string): void {
  const source = pathToFileURL(path);
  source.searchParams.set('mode', 'ro');
  database.prepare('ATTACH ? AS kept').run(source.href);
  // In one transaction: the bot may be writing meanwhile. Tables come in any order, so that rows may miss others.
  database.exec('PRAGMA foreign_keys = OFF; BEGIN');
  const parts = database
    .prepare(
      "SELECT type, name, sql FROM kept.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .all();
  // Tables first: indexes and triggers are of them.
  const inOrder = [...parts].sort(
    (a, b) => Number(b['type'] === 'table') - Number(a['type'] === 'table'),
  );
  for (const { type, name, sql } of inOrder) {
    database.exec(String(sql));
    if (type === 'table') database.exec(`INSERT INTO main."${name}" SELECT * FROM kept."${name}"`);
  }
  const version = database.prepare('PRAGMA kept.user_version').get()?.['user_version'];
  database.exec(`PRAGMA main.user_version = ${Number(version)}`);
  database.exec('COMMIT; DETACH kept; PRAGMA foreign_keys = ON');
}
