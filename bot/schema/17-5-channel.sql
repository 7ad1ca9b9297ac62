-- # The channel

-- What each channel holds of an entry, as the settled deliveries have left it. `messages` is JSON; an empty `content_hash` is a copy of which nobody knows whether all of it is there.
CREATE TABLE copies (
  entry_id TEXT NOT NULL,
  file TEXT NOT NULL,
  channel_id INTEGER NOT NULL,
  content_hash TEXT NOT NULL,
  messages TEXT NOT NULL,
  PRIMARY KEY (entry_id, channel_id)
) STRICT;

-- The outbox: all calls that bring the copy of an entry up to date.
-- - `steps`: JSON; `step` is the index of the one that is next or under way, and `called` whether its call was made.
-- - `questions`: how often the owner was asked about it. `told`: the standing that he has heard of.
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
  error TEXT,
  told TEXT,
  called INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX deliveries_due ON deliveries (state, run_at);
CREATE UNIQUE INDEX deliveries_open ON deliveries (entry_id, channel_id) WHERE state IN ('pending', 'sending', 'uncertain');
CREATE INDEX deliveries_begun ON deliveries (channel_id) WHERE state = 'pending' AND step > 0;
CREATE INDEX deliveries_of_entry ON deliveries (entry_id);

-- Calls of the last minutes, for the pace that Telegram grants a chat.
CREATE TABLE channel_calls (
  channel_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  messages INTEGER NOT NULL
) STRICT;
CREATE INDEX channel_calls_at ON channel_calls (channel_id, at);

-- Until when Telegram has told the bot to be silent.
CREATE TABLE channel_holds (
  channel_id INTEGER PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT;

-- Messages of a channel that are gone, or are the stub of one that could not be deleted.
CREATE TABLE channel_taken_down (
  channel_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  is_stub INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel_id, message_id)
) STRICT, WITHOUT ROWID;

-- Posts that were written in the channel itself, and became notes.
CREATE TABLE channel_direct_posts (
  channel_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  kind TEXT NOT NULL CHECK (kind IN ('text', 'photo', 'fixed')),
  state TEXT NOT NULL CHECK (state IN ('taking', 'taken')),
  hash TEXT,
  PRIMARY KEY (channel_id, message_id)
) STRICT;

-- Pictures that cannot be read, by the digest of the file.
CREATE TABLE channel_unreadable_pictures (
  digest TEXT PRIMARY KEY,
  file TEXT NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The channel that a setting names, as Telegram told it last.
CREATE TABLE known_channels (
  reference TEXT PRIMARY KEY,
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  username TEXT
) STRICT;
