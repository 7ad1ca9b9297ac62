-- What the owner has been told or asked, and what has not been answered yet.
CREATE TABLE owner_notices (
  kind TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL,
  about TEXT NOT NULL,
  message_id INTEGER
) STRICT;

-- What he has said of entries that are to be posted or taken down with many others.
CREATE TABLE mirror_decisions (
  channel_id INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  file TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('post', 'pass-over', 'take-down', 'keep')),
  PRIMARY KEY (channel_id, entry_id, decision)
) STRICT;

-- The journal that a channel shows, and the latest change in chat of the day on which the two met.
CREATE TABLE mirror_journals (
  channel_id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  first_change INTEGER NOT NULL
) STRICT;

-- The channel that a setting names, as Telegram told it last.
CREATE TABLE known_channels (
  reference TEXT PRIMARY KEY,
  id INTEGER NOT NULL,
  title TEXT NOT NULL,
  username TEXT
) STRICT;
