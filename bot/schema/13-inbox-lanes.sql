ALTER TABLE inbox ADD COLUMN lane INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN chat_id INTEGER;
ALTER TABLE inbox ADD COLUMN message_id INTEGER;
ALTER TABLE inbox ADD COLUMN sender_id INTEGER;
ALTER TABLE inbox ADD COLUMN is_edit INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN is_free INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox ADD COLUMN trouble TEXT CHECK (trouble IN ('disk', 'telegram'));
ALTER TABLE inbox ADD COLUMN troubled_at INTEGER;
ALTER TABLE inbox ADD COLUMN holding INTEGER NOT NULL DEFAULT 0;
UPDATE inbox SET
  chat_id = COALESCE(body ->> '$.message.chat.id', body ->> '$.edited_message.chat.id',
    body ->> '$.callback_query.message.chat.id', body ->> '$.message_reaction.chat.id'),
  message_id = COALESCE(body ->> '$.message.message_id', body ->> '$.edited_message.message_id'),
  sender_id = COALESCE(body ->> '$.message.from.id', body ->> '$.edited_message.from.id',
    body ->> '$.message_reaction.user.id'),
  is_edit = body ->> '$.edited_message.message_id' IS NOT NULL;
UPDATE inbox SET lane = 1 WHERE chat_id < 0 AND body ->> '$.message.is_automatic_forward' IS NOT 1;
UPDATE inbox SET sender_id = NULL WHERE lane = 0;

DROP INDEX inbox_due;
CREATE INDEX inbox_next ON inbox (state, lane, sequence);
CREATE INDEX inbox_due ON inbox (state, lane, run_at, sequence);
CREATE INDEX inbox_message ON inbox (chat_id, message_id);
CREATE INDEX inbox_sender ON inbox (sender_id, run_at) WHERE state = 'pending' AND sender_id IS NOT NULL;
CREATE INDEX inbox_holding ON inbox (chat_id, sequence) WHERE holding = 1;

CREATE TABLE inbox_members (
  sender_id INTEGER PRIMARY KEY,
  since INTEGER NOT NULL,
  heard INTEGER NOT NULL
) STRICT;

CREATE TABLE disk_trouble (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  reason TEXT NOT NULL
) STRICT;
