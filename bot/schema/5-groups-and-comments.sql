CREATE TABLE groups_adoptions (
  old_id INTEGER PRIMARY KEY,
  new_id INTEGER NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE groups_messages (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  date INTEGER NOT NULL,
  version INTEGER NOT NULL,
  reply_to INTEGER,
  media_group TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX groups_messages_date ON groups_messages (date);

CREATE TABLE groups_picks (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  by_id INTEGER NOT NULL,
  by_name TEXT NOT NULL,
  group_title TEXT NOT NULL,
  date INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'asking' CHECK (state IN ('asking', 'done')),
  asked INTEGER,
  UNIQUE (chat_id, message_id)
) STRICT;

CREATE TABLE groups_picked (
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (pick_id, chat_id, message_id)
) STRICT;
CREATE INDEX groups_picked_message ON groups_picked (chat_id, message_id);

CREATE TABLE groups_left_out (
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  user_id INTEGER NOT NULL,
  PRIMARY KEY (pick_id, user_id)
) STRICT;

CREATE TABLE groups_prompts (
  message_id INTEGER PRIMARY KEY,
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  user_id INTEGER NOT NULL
) STRICT;

CREATE TABLE comments_threads (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  post_id INTEGER NOT NULL,
  date INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

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
  written_version INTEGER,
  written_text TEXT,
  told_version INTEGER,
  notice_id INTEGER,
  UNIQUE (chat_id, message_id)
) STRICT;
CREATE INDEX comments_held_date ON comments_held (date);

CREATE TABLE comments_notices (
  message_id INTEGER PRIMARY KEY,
  comment_id INTEGER NOT NULL REFERENCES comments_held (id)
) STRICT;
