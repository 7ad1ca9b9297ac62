ALTER TABLE comments_held ADD COLUMN told_at INTEGER;
CREATE INDEX comments_held_reply ON comments_held (chat_id, reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX comments_held_state ON comments_held (state, id) WHERE state IN ('homeless', 'waiting');
CREATE INDEX comments_held_gathered ON comments_held (sender_id, id)
  WHERE told_revision IS NULL AND is_own = 0 AND state IN ('waiting', 'shown');
CREATE INDEX comments_held_told ON comments_held (told_at) WHERE told_at IS NOT NULL;

CREATE TABLE comments_digest (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  message_id INTEGER,
  shown_at INTEGER NOT NULL
) STRICT;
