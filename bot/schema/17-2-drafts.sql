-- # Drafts

-- Entries that came from chat, or that chat has spoken about. `media_group` is the album that is still coming in.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE,
  media_group TEXT UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- What each message put into its draft.
-- - `before`, `after`: digests of the file, which tell after a crash whether the piece is in it.
-- - `pending`: the Markdown of an edit that is about to be written.
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

-- The bot's messages that speak of a draft: a reply to one means that draft.
CREATE TABLE acknowledgements (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- Messages that a long text came in, as Telegram parts it, and the gap before each.
CREATE TABLE pasted_parts (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  gap TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX pasted_parts_first ON pasted_parts (chat_id, first_id);

-- What the pictures of a draft were said to show.
CREATE TABLE draft_alts (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (draft_id, picture)
) STRICT;

-- Messages of the bot that ask what a picture shows. `version` is that of the answer.
CREATE TABLE draft_alt_questions (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  version INTEGER,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- Contacts that wait for the owner's word for 48 hours.
CREATE TABLE draft_contacts (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  message TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- What was said about a message, so that it is said once.
CREATE TABLE draft_answers (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  about TEXT NOT NULL,
  tries INTEGER NOT NULL,
  done INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id, about)
) STRICT;
