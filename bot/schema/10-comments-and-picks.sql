ALTER TABLE comments_held ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;
ALTER TABLE comments_held ADD COLUMN allowed_revision INTEGER;
ALTER TABLE comments_held ADD COLUMN refused_revision INTEGER;
ALTER TABLE comments_held ADD COLUMN written_plain TEXT;
ALTER TABLE comments_held RENAME COLUMN written_version TO written_revision;
ALTER TABLE comments_held RENAME COLUMN told_version TO told_revision;
UPDATE comments_held SET
  allowed_revision = iif(state = 'shown', 1, NULL),
  written_plain = iif(written_text = text, plain, written_text),
  written_revision = iif(state = 'shown' AND written_revision IS NOT NULL, written_revision = version, NULL),
  told_revision = iif(told_revision IS NOT NULL, told_revision = version, NULL);
