CREATE TABLE channel_calls (
  channel_id INTEGER NOT NULL,
  at INTEGER NOT NULL,
  messages INTEGER NOT NULL
) STRICT;
CREATE INDEX channel_calls_at ON channel_calls (channel_id, at);

CREATE TABLE channel_holds (
  channel_id INTEGER PRIMARY KEY,
  until INTEGER NOT NULL
) STRICT;

CREATE INDEX deliveries_begun ON deliveries (channel_id) WHERE state = 'pending' AND step > 0;

ALTER TABLE deliveries ADD COLUMN told TEXT;
UPDATE deliveries SET told = state || ':' || questions WHERE state = 'failed';

CREATE TABLE scheduled_entries (
  file TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

CREATE TABLE mirror_looks (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  latest INTEGER NOT NULL
) STRICT;
