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
