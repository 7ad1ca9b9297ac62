import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Name of the bot's database in the state folder. */
export const databaseFile = 'bot.sqlite';

/** Schema changes in order; the file remembers in `user_version` how many it has. Only ever append. */
const migrations = [
  `
  CREATE TABLE inbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    update_id INTEGER NOT NULL UNIQUE,
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'settled', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    run_at INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    error TEXT
  ) STRICT;
  CREATE INDEX inbox_due ON inbox (state, run_at);

  CREATE TABLE drafts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,
    media_group TEXT UNIQUE,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE pieces (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    markdown TEXT NOT NULL,
    version INTEGER NOT NULL,
    before TEXT,
    after TEXT,
    pending TEXT,
    written INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;

  CREATE TABLE acknowledgements (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;

  CREATE TABLE copies (
    entry_id TEXT NOT NULL,
    file TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    messages TEXT NOT NULL,
    PRIMARY KEY (entry_id, channel_id)
  ) STRICT;

  CREATE TABLE deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    file TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    steps TEXT NOT NULL,
    step INTEGER NOT NULL DEFAULT 0,
    page TEXT,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'uncertain')),
    attempts INTEGER NOT NULL DEFAULT 0,
    questions INTEGER NOT NULL DEFAULT 0,
    run_at INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    error TEXT
  ) STRICT;
  CREATE INDEX deliveries_due ON deliveries (state, run_at);
  CREATE UNIQUE INDEX deliveries_open ON deliveries (entry_id, channel_id) WHERE state IN ('pending', 'sending', 'uncertain');

  `,
  `
  CREATE TABLE chat_compositions (
    chat_id INTEGER NOT NULL,
    from_message INTEGER NOT NULL,
    to_message INTEGER,
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    progress_message INTEGER,
    last_added TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (chat_id, from_message)
  ) STRICT;

  CREATE TABLE chat_questions (
    cause TEXT NOT NULL PRIMARY KEY,
    chat_id INTEGER NOT NULL,
    asked_message INTEGER NOT NULL,
    command TEXT NOT NULL,
    draft_id INTEGER REFERENCES drafts (id),
    extra TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    answered_by INTEGER,
    version INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE chat_changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cause TEXT NOT NULL UNIQUE,
    chat_id INTEGER NOT NULL,
    file TEXT NOT NULL,
    what TEXT NOT NULL,
    before TEXT,
    after TEXT,
    moves TEXT,
    made_at INTEGER NOT NULL,
    undone_by TEXT
  ) STRICT;

  CREATE TABLE chat_once_public (
    file TEXT NOT NULL PRIMARY KEY
  ) STRICT;

  CREATE TABLE chat_builds (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    error TEXT
  ) STRICT;
  `,
  `
  CREATE TABLE channel_calls (
    channel_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    messages INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX channel_calls_at ON channel_calls (channel_id, at);

  CREATE TABLE channel_holds (
    channel_id INTEGER PRIMARY KEY,
    until INTEGER NOT NULL
  ) STRICT;

  CREATE INDEX deliveries_begun ON deliveries (channel_id) WHERE state = 'pending' AND step > 0;

  ALTER TABLE deliveries ADD COLUMN told TEXT;
  UPDATE deliveries SET told = state || ':' || questions WHERE state = 'failed';

  CREATE TABLE scheduled_entries (
    file TEXT PRIMARY KEY,
    at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE mirror_looks (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    latest INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE draft_alts (
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    picture TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (draft_id, picture)
  ) STRICT;

  CREATE TABLE draft_alt_questions (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    picture TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    version INTEGER,
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;

  CREATE TABLE draft_contacts (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    message TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;

  CREATE TABLE draft_answers (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    about TEXT NOT NULL,
    tries INTEGER NOT NULL,
    done INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (chat_id, message_id, about)
  ) STRICT;
  `,
  `
  CREATE TABLE groups_adoptions (
    old_id INTEGER PRIMARY KEY,
    new_id INTEGER NOT NULL,
    told INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE groups_messages (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    date INTEGER NOT NULL,
    version INTEGER NOT NULL,
    reply_to INTEGER,
    media_group TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;
  CREATE INDEX groups_messages_date ON groups_messages (date);

  CREATE TABLE groups_picks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    by_id INTEGER NOT NULL,
    by_name TEXT NOT NULL,
    group_title TEXT NOT NULL,
    date INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'asking' CHECK (state IN ('asking', 'done')),
    asked INTEGER,
    UNIQUE (chat_id, message_id)
  ) STRICT;

  CREATE TABLE groups_picked (
    pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    PRIMARY KEY (pick_id, chat_id, message_id)
  ) STRICT;
  CREATE INDEX groups_picked_message ON groups_picked (chat_id, message_id);

  CREATE TABLE groups_left_out (
    pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
    user_id INTEGER NOT NULL,
    PRIMARY KEY (pick_id, user_id)
  ) STRICT;

  CREATE TABLE groups_prompts (
    message_id INTEGER PRIMARY KEY,
    pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
    user_id INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE comments_threads (
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    post_id INTEGER NOT NULL,
    date INTEGER NOT NULL,
    body TEXT,
    PRIMARY KEY (chat_id, message_id)
  ) STRICT;

  CREATE TABLE comments_held (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    chat_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    thread_id INTEGER NOT NULL,
    entry_id TEXT,
    is_own INTEGER NOT NULL,
    sender_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    url TEXT,
    date INTEGER NOT NULL,
    version INTEGER NOT NULL,
    text TEXT NOT NULL,
    plain TEXT NOT NULL,
    reply_to INTEGER,
    state TEXT NOT NULL CHECK (state IN ('homeless', 'waiting', 'shown', 'ignored', 'removed')),
    written_version INTEGER,
    written_text TEXT,
    told_version INTEGER,
    notice_id INTEGER,
    UNIQUE (chat_id, message_id)
  ) STRICT;
  CREATE INDEX comments_held_date ON comments_held (date);

  CREATE TABLE comments_notices (
    message_id INTEGER PRIMARY KEY,
    comment_id INTEGER NOT NULL REFERENCES comments_held (id)
  ) STRICT;
  `,
  `
  CREATE TABLE channel_direct_posts (
    channel_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    draft_id INTEGER NOT NULL REFERENCES drafts (id),
    kind TEXT NOT NULL CHECK (kind IN ('text', 'photo', 'fixed')),
    state TEXT NOT NULL CHECK (state IN ('taking', 'taken')),
    hash TEXT,
    PRIMARY KEY (channel_id, message_id)
  ) STRICT;

  CREATE TABLE channel_stubs (
    channel_id INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (channel_id, message_id)
  ) STRICT;

  CREATE TABLE channel_unreadable_pictures (
    digest TEXT PRIMARY KEY,
    file TEXT NOT NULL,
    told INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  `,
];

/** Opens the bot's database in `folder`, which is created, and brings its schema up to date. */
export function openDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true });
  const database = new DatabaseSync(join(folder, databaseFile));
  // FULL: what was acknowledged must survive a power cut, not only a crash.
  database.exec(
    'PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;',
  );
  const done = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  for (const [index, migration] of migrations.entries()) {
    if (index < done) continue;
    inTransaction(database, () => {
      database.exec(migration);
      database.exec(`PRAGMA user_version = ${index + 1}`);
    });
  }
  return database;
}

/**
 * Runs `work` in one transaction, or as part of the one that is open. It must be synchronous: an `await` inside would
 * let other work into it.
 */
export function inTransaction<T>(
  database: DatabaseSync,
  work: () => T extends Promise<unknown> ? never : T,
): T {
  if (database.isTransaction) return work();
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
