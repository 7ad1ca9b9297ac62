-- Posts that were taken down without a word of the owner, being few, and when: many such in a short time are asked about.
CREATE TABLE quiet_removals (
  channel_id INTEGER NOT NULL,
  entry_id TEXT NOT NULL,
  file TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (channel_id, entry_id)
) STRICT;
