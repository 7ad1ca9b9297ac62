-- # Groups

-- Old ids of groups, with those that they have since.
CREATE TABLE groups_adoptions (
  old_id INTEGER PRIMARY KEY,
  new_id INTEGER NOT NULL,
  told INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What was said in groups that the bot listens to, for picks; forgotten in time. `body` is Telegram's message, JSON.
CREATE TABLE groups_messages (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  date INTEGER NOT NULL,
  version INTEGER NOT NULL,
  reply_to INTEGER,
  media_group TEXT,
  body TEXT NOT NULL,
  topic INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX groups_messages_date ON groups_messages (date);
CREATE INDEX groups_messages_topic ON groups_messages (chat_id, topic, message_id);

-- Picks: conversations that are to become a draft. `asked` is the person about whose name the owner is asked.
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

-- The messages in a pick.
CREATE TABLE groups_picked (
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  PRIMARY KEY (pick_id, chat_id, message_id)
) STRICT;
CREATE INDEX groups_picked_message ON groups_picked (chat_id, message_id);

-- People whose words are not to be in a pick.
CREATE TABLE groups_left_out (
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  user_id INTEGER NOT NULL,
  PRIMARY KEY (pick_id, user_id)
) STRICT;

-- Messages of the bot that ask for a name: the reply is the answer.
CREATE TABLE groups_prompts (
  message_id INTEGER PRIMARY KEY,
  pick_id INTEGER NOT NULL REFERENCES groups_picks (id),
  user_id INTEGER NOT NULL
) STRICT;
