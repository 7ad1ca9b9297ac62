import type { DatabaseSync } from 'node:sqlite';
import { explained, isFullDisk } from './stateError.ts';

/**
 * Lets every table count on from the time at which the bot starts. Buttons in chat name rows by their ids: over a state
 * that was lost, or put back as it was on an older day, an id that counted on from there would be that of something
 * else by now, and an old button would publish or discard that.
 */
export function takeFreshIds(database: DatabaseSync, now: number): void {
  const path = database.location() ?? '';
  try {
    database
      .prepare(
        `INSERT INTO sqlite_sequence (name, seq) SELECT name, 0 FROM sqlite_schema AS kind
         WHERE sql LIKE '%AUTOINCREMENT%' AND NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = kind.name)`,
      )
      .run();
    database.prepare('UPDATE sqlite_sequence SET seq = ?1 WHERE seq < ?1').run(now);
  } catch (error) {
    // Where there is no room for this, nothing else gets an id either.
    if (!isFullDisk(error, path)) throw explained(error, path);
  }
}
