CREATE TABLE channel_taken_down (
  channel_id INTEGER NOT NULL,
  message_id INTEGER NOT NULL,
  is_stub INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (channel_id, message_id)
) STRICT, WITHOUT ROWID;

INSERT INTO channel_taken_down (channel_id, message_id, is_stub)
  SELECT channel_id, message_id, 1 FROM channel_stubs;
DROP TABLE channel_stubs;

INSERT INTO channel_taken_down (channel_id, message_id)
  SELECT deliveries.channel_id, id.value
  FROM deliveries, json_each(deliveries.steps) AS step, json_each(step.value, '$.messageIds') AS id
  WHERE deliveries.state = 'sent' AND step.value ->> 'call' = 'delete'
  ON CONFLICT DO NOTHING;

DELETE FROM deliveries WHERE state = 'failed' AND EXISTS (
  SELECT 1 FROM deliveries AS later
  WHERE later.entry_id = deliveries.entry_id AND later.id > deliveries.id AND later.state IN ('sent', 'failed')
);
CREATE INDEX deliveries_of_entry ON deliveries (entry_id);
