-- What a message had put into the file before it was edited, as JSON: taking the edit back takes that back as well.
ALTER TABLE chat_changes ADD COLUMN piece TEXT;
