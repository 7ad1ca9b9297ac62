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
