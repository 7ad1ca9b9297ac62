-- When something was decided of an entry; not known of what older bots wrote down.
ALTER TABLE mirror_decisions ADD COLUMN at INTEGER;
