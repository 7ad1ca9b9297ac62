ALTER TABLE groups_messages ADD COLUMN topic INTEGER NOT NULL DEFAULT 0;
UPDATE groups_messages SET topic = groups_messages.body ->> '$.message_thread_id'
  WHERE groups_messages.body ->> '$.message_thread_id' IS NOT NULL AND (
    groups_messages.body ->> '$.is_topic_message' = 1 OR EXISTS (
      SELECT 1 FROM comments_threads AS thread WHERE thread.chat_id = groups_messages.chat_id
      AND thread.message_id = groups_messages.body ->> '$.message_thread_id'));
CREATE INDEX groups_messages_topic ON groups_messages (chat_id, topic, message_id);
