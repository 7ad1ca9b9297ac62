-- A comment whose entry is not known is `unplaced`; it was called homeless. What a column allows cannot be changed, so it
-- gives way to another.
DROP INDEX comments_held_state;
DROP INDEX comments_held_gathered;
ALTER TABLE comments_held ADD COLUMN placed_state TEXT NOT NULL DEFAULT 'unplaced'
  CHECK (placed_state IN ('unplaced', 'waiting', 'shown', 'ignored', 'removed'));
UPDATE comments_held SET placed_state = iif(state = 'homeless', 'unplaced', state);
ALTER TABLE comments_held DROP COLUMN state;
ALTER TABLE comments_held RENAME COLUMN placed_state TO state;
CREATE INDEX comments_held_state ON comments_held (state, id) WHERE state IN ('unplaced', 'waiting');
CREATE INDEX comments_held_gathered ON comments_held (sender_id, id)
  WHERE told_revision IS NULL AND is_own = 0 AND state IN ('waiting', 'shown');
