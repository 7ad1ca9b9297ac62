import type { DatabaseSync } from 'node:sqlite';
import { parseMoment } from '#journal/schema/moment.ts';
import { readMatter } from '../content/matter.ts';

/** What the owner has last said in chat about an entry: that readers shall see it, or that they shall not. */
export type Wish = 'shown' | 'hidden';

/** A moment at which it is asked, and what it is asked of. */
export interface WishQuery {
  /** Changes up to this one do not count. */
  readonly after: number;
  readonly now: number;
  readonly timeZone: string;
}

/** What the owner has asked for in chat, as against what happened to the files. */
export class ChatWishes {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** The wishes that the latest changes show, by file. One that was taken back is the opposite wish. */
  all({ after, now, timeZone }: WishQuery): Map<string, Wish> {
    const wishes = new Map<string, Wish>();
    const rows = this.#database
      .prepare('SELECT * FROM chat_changes WHERE id > ? ORDER BY id')
      .all(after);
    for (const row of rows) {
      const file = String(row['file']);
      const isSeen = (text: unknown) =>
        typeof text === 'string' && isForReadersAt(text, file, now, timeZone);
      const [was, is] = [isSeen(row['before']), isSeen(row['after'])];
      if (was === is) continue;
      const isWished = row['undone_by'] === null ? is : was;
      wishes.set(file, isWished ? 'shown' : 'hidden');
    }
    return wishes;
  }
}

function isForReadersAt(source: string, file: string, now: number, timeZone: string): boolean {
  const matter = readMatter(source, file);
  if (!matter || matter['draft'] === 'true') return false;
  const at = parseMoment(String(matter['date'] ?? ''), timeZone)?.at;
  return at !== undefined && at <= now;
}
