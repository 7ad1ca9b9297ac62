import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Update } from 'grammy/types';
import { openState, type World } from './world.ts';

/**
 * What nobody can know any more once an older copy of the state is put back. Telegram gives an update once: what was
 * stored after the copy, and not dealt with, is gone with the state that it was in. All else has to be as if nothing had been.
 */
export class Excuses {
  /** Messages that no file need have: their ids. */
  readonly lostMessages = new Set<number>();
  /** Messages whose edit no file need have. */
  readonly lostEdits = new Set<number>();
  /** Messages that may be in two files, as they were said first and last: the owner is told of these. */
  readonly twins = new Set<number>();
  /** Files whose post was sent or under way, while they did not name it yet. */
  readonly postedInSecret = new Set<string>();

  /** Notes what the state of a dead bot has and neither a copy of it nor the files do. */
  async note(world: World, copy: string): Promise<void> {
    const before = openState(copy);
    const known = new Set(idsIn(before));
    const waited = pendingIn(before);
    const pieces = new Set(valuesIn(before, pieceIds));
    before.close();
    const now = openState(world.state);
    const lost = pendingIn(now).filter((update) => !known.has(update.update_id));
    await this.#noteSecrets(now, world);
    // Which message became what is forgotten, and an edit of it is told to be nowhere.
    for (const id of valuesIn(now, pieceIds)) if (!pieces.has(id)) this.lostEdits.add(Number(id));
    now.close();
    for (const update of lost) {
      if (update.message) this.lostMessages.add(update.message.message_id);
      if (update.edited_message) this.lostEdits.add(update.edited_message.message_id);
    }
    // What was to be dealt with on the day of the copy is dealt with again, as it was said then.
    for (const { message } of waited) if (message) this.twins.add(message.message_id);
  }

  async #noteSecrets(state: DatabaseSync, world: World): Promise<void> {
    const rows = state
      .prepare(
        `SELECT file, messages ->> '$[0].ids[0]' AS id FROM copies UNION ALL
         SELECT file, NULL FROM deliveries WHERE state IN ('sending', 'uncertain')`,
      )
      .all();
    for (const { file, id } of rows) {
      const text = await textOf(world, String(file));
      if (id === null || !text.includes(`https://t.me/journal/${id}\n`))
        this.postedInSecret.add(String(file));
    }
  }
}

const pieceIds = 'SELECT message_id AS value FROM pieces WHERE written = 1';

async function textOf(world: World, file: string): Promise<string> {
  const path = join(world.content, file);
  return existsSync(path) ? readFile(path, 'utf8') : '';
}

function pendingIn(database: DatabaseSync): Update[] {
  return valuesIn(database, "SELECT body AS value FROM inbox WHERE state = 'pending'").map(
    (body) => JSON.parse(body) as Update,
  );
}

function idsIn(database: DatabaseSync): number[] {
  return valuesIn(database, 'SELECT update_id AS value FROM inbox').map(Number);
}

function valuesIn(database: DatabaseSync, sql: string): string[] {
  return database
    .prepare(sql)
    .all()
    .map((row) => String(row['value']));
}
