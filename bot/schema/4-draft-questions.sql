CREATE TABLE draft_alts (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (draft_id, picture)
) STRICT;

CREATE TABLE draft_alt_questions (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  picture TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  version INTEGER,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

CREATE TABLE draft_contacts (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  message TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id)
) STRICT;

CREATE TABLE draft_answers (
  chat_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  about TEXT NOT NULL,
  tries INTEGER NOT NULL,
  done INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (chat_id, message_id, about)
) STRICT;
