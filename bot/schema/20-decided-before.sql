-- What older bots wrote down without a time was decided by their latest look at the latest.
UPDATE mirror_decisions SET at = (SELECT latest FROM mirror_looks) WHERE at IS NULL;
