-- What every look at the journal asks of all copies, so that it reads none of their messages.
CREATE INDEX copies_of_channel ON copies (
  channel_id, entry_id, file, content_hash,
  json_array_length(messages), json_extract(messages, '$[0].ids')
);
