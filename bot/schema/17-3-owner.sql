-- # Talk with the owner

-- Articles that are written over several messages, from `/article` to `/done`; open while `to_message` is null.
CREATE TABLE chat_compositions (
  chat_id INTEGER NOT NULL,
  from_message INTEGER NOT NULL,
  to_message INTEGER,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  progress_message INTEGER,
  last_added TEXT NOT NULL DEFAULT '',
  title TEXT,
  PRIMARY KEY (chat_id, from_message)
) STRICT;

-- What the bot has asked the owner. `extra` is what the command that asked has to know; `answered_by` the message that answered.
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

-- Changes that chat has made to files, for `/undo`: either what a file was before and after, or `moves`, JSON. `cause` is the request, so that one that is handled again is known.
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

-- Files of which it is known only that readers saw them: their addresses were not recorded then.
CREATE TABLE chat_once_public (
  file TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Addresses under which an entry has been shown.
CREATE TABLE chat_known_addresses (
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (file, path)
) STRICT;

-- What the owner has been told or asked, and what has not been answered yet.
CREATE TABLE owner_notices (
  kind TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL,
  about TEXT NOT NULL,
  message_id INTEGER
) STRICT;
