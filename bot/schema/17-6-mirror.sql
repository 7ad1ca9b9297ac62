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
