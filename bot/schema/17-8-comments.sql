-- # Comments

-- Posts as they were forwarded into the discussion group: threads of comments. `body` is kept until it is known which post it was.
CREATE TABLE comments_threads (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  post_id INTEGER NOT NULL,
  date INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- Comments as the group has them.
-- - `revision`: 1, and one more with each edit. The others say which of them readers may see, see in the file, or were not to, and of which the owner knows.
-- - `notice_id`: the message that tells the owner of it. `told_at`: when one of its own did.
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
  written_revision INTEGER,
  written_text TEXT,
  told_revision INTEGER,
  notice_id INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  allowed_revision INTEGER,
  refused_revision INTEGER,
  written_plain TEXT,
  told_at INTEGER,
  UNIQUE (chat_id, message_id)
) STRICT;
CREATE INDEX comments_held_date ON comments_held (date);
CREATE INDEX comments_held_reply ON comments_held (chat_id, reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX comments_held_state ON comments_held (state, id) WHERE state IN ('homeless', 'waiting');
CREATE INDEX comments_held_gathered ON comments_held (sender_id, id)
  WHERE told_revision IS NULL AND is_own = 0 AND state IN ('waiting', 'shown');
CREATE INDEX comments_held_told ON comments_held (told_at) WHERE told_at IS NOT NULL;

-- Messages of the bot that tell of a comment: a reply to one means that comment.
CREATE TABLE comments_notices (
  message_id INTEGER PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comments_held (id)
) STRICT;

-- The message that tells of many comments at once.
CREATE TABLE comments_digest (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  message_id INTEGER,
  shown_at INTEGER NOT NULL
) STRICT;
