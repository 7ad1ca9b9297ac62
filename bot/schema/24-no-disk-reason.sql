-- It was always empty: why a disk cannot be written to is told, and kept nowhere.
ALTER TABLE disk_trouble DROP COLUMN reason;
