-- The bot's database, as version 17 made it: files of this number are one change, each for a part of the bot. Changes
-- follow in files with the next numbers; those of a version that is about do not change.
--
-- Times are milliseconds since 1970, except `date` and `version` of what Telegram sent: those are seconds. A `chat_id`
-- with a `message_id` is a message; `file` is a path from the content folder.

-- # What came in

-- Updates of Telegram, kept before they are acknowledged, in the order in which they came.
-- - `lane`: whose it is, and so who is dealt with first; `sender_id` only where it counts for a member's limit.
-- - `is_free`: it changes nothing, and need not wait. `holding`: what came later in its chat waits behind it.
-- - `trouble`, `troubled_at`: what it failed for, and since when.
CREATE TABLE inbox (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  update_id INTEGER NOT NULL UNIQUE,
  body TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'settled', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  run_at INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  error TEXT,
  lane INTEGER NOT NULL DEFAULT 0,
  chat_id INTEGER,
  message_id INTEGER,
  sender_id INTEGER,
  is_edit INTEGER NOT NULL DEFAULT 0,
  is_free INTEGER NOT NULL DEFAULT 0,
  trouble TEXT CHECK (trouble IN ('disk', 'telegram')),
  troubled_at INTEGER,
  holding INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX inbox_next ON inbox (state, lane, sequence);
CREATE INDEX inbox_due ON inbox (state, lane, run_at, sequence);
CREATE INDEX inbox_message ON inbox (chat_id, message_id);
CREATE INDEX inbox_sender ON inbox (sender_id, run_at) WHERE state = 'pending' AND sender_id IS NOT NULL;
CREATE INDEX inbox_holding ON inbox (chat_id, sequence) WHERE holding = 1;

-- How many updates of a member came in since the minute began.
CREATE TABLE inbox_members (
  sender_id INTEGER PRIMARY KEY,
  since INTEGER NOT NULL,
  heard INTEGER NOT NULL
) STRICT;

-- That the owner was told of a disk that cannot be written to.
CREATE TABLE disk_trouble (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reason TEXT NOT NULL
) STRICT;
