-- Whether the call of a delivery that is being sent has been made: what was under way before this is taken to be.
ALTER TABLE deliveries ADD COLUMN called INTEGER NOT NULL DEFAULT 1;
