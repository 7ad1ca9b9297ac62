CREATE TABLE chat_known_addresses (
  file TEXT NOT NULL,
  path TEXT NOT NULL,
  PRIMARY KEY (file, path)
) STRICT;

ALTER TABLE chat_compositions ADD COLUMN title TEXT;
