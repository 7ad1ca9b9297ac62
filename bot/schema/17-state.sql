-- The bot's database. Changes follow in files with the next numbers; this one does not change: databases of version 17
-- are about.
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

-- # Drafts

-- Entries that came from chat, or that chat has spoken about. `media_group` is the album that is still coming in.
CREATE TABLE drafts (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL UNIQUE,
  media_group TEXT UNIQUE,
  created_at INTEGER NOT NULL
) STRICT;

-- What each message put into its draft.
-- - `before`, `after`: digests of the file, which tell after a crash whether the piece is in it.
-- - `pending`: the Markdown of an edit that is about to be written.
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

-- The bot's messages that speak of a draft: a reply to one means that draft.
CREATE TABLE acknowledgements (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- Messages that a long text came in, as Telegram parts it, and the gap before each.
CREATE TABLE pasted_parts (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  first_id INTEGER NOT NULL,
  gap TEXT NOT NULL,
  body TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;
CREATE INDEX pasted_parts_first ON pasted_parts (chat_id, first_id);

-- What the pictures of a draft were said to show.
CREATE TABLE draft_alts (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (draft_id, picture)
) STRICT;

-- Messages of the bot that ask what a picture shows. `version` is that of the answer.
CREATE TABLE draft_alt_questions (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  version INTEGER,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- Contacts that wait for the owner's word for 48 hours.
CREATE TABLE draft_contacts (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  message TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

-- What was said about a message, so that it is said once.
CREATE TABLE draft_answers (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  about TEXT NOT NULL,
  tries INTEGER NOT NULL,
  done INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id, about)
) STRICT;

-- # Talk with the owner

-- Articles that are written over several messages, from `/article` to `/done`; open while `to_message` is null.
CREATE TABLE chat_compositions (
  chat_id INTEGER NOT NULL,
  from_message INTEGER NOT NULL,
  to_message INTEGER,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  progress_message INTEGER,
  last_added TEXT NOT NULL DEFAULT '',
  title TEXT,
  PRIMARY KEY (chat_id, from_message)
) STRICT;

-- What the bot has asked the owner. `extra` is what the command that asked has to know; `answered_by` the message that answered.
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

-- Changes that chat has made to files, for `/undo`: either what a file was before and after, or `moves`, JSON. `cause` is the request, so that one that is handled again is known.
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

-- Files of which it is known only that readers saw them: their addresses were not recorded then.
CREATE TABLE chat_once_public (
  file TEXT NOT NULL PRIMARY KEY
) STRICT;

-- Addresses under which an entry has been shown.
CREATE TABLE chat_known_addresses (
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (file, path)
) STRICT;

-- What the owner has been told or asked, and what has not been answered yet.
CREATE TABLE owner_notices (
  kind TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL,
  about TEXT NOT NULL,
  message_id INTEGER
) STRICT;

-- # Publishing

-- How carrying on what was published went the last time.
CREATE TABLE chat_builds (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  error TEXT
) STRICT;

-- Changed files that were not carried on yet: by a crash, by a stop, or because git refused it. `files` is JSON.
CREATE TABLE owed_files (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  files TEXT NOT NULL,
  subject TEXT NOT NULL,
  is_due INTEGER NOT NULL
) STRICT;

-- Entries whose date is to come, and when.
CREATE TABLE scheduled_entries (
  file TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

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

-- # The mirror

-- The latest look of the mirror at the journal.
CREATE TABLE mirror_looks (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  latest INTEGER NOT NULL
) STRICT;

-- The journal that a channel shows, and the latest change in chat of the day on which the two met.
CREATE TABLE mirror_journals (
  channel_id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  first_change INTEGER NOT NULL
) STRICT;

-- What he has said of entries that are to be posted or taken down with many others.
CREATE TABLE mirror_decisions (
  channel_id INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  file TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('post', 'pass-over', 'take-down', 'keep')),
  PRIMARY KEY (channel_id, entry_id, decision)
) STRICT;

-- Posts that were taken down without a word of the owner, being few, and when: many such in a short time are asked about.
CREATE TABLE quiet_removals (
  channel_id INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  file TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, entry_id)
) STRICT;

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
