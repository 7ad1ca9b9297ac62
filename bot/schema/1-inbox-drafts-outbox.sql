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
