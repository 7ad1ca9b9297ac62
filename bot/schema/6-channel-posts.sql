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
