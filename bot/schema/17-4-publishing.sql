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
