-- No bot of a release has written into it.
DROP TABLE chat_once_public;
