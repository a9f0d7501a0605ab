-- Who is let in to see everything and change nothing.
ALTER TABLE set_up_link ADD COLUMN read_only BOOLEAN NOT NULL DEFAULT FALSE, ALGORITHM = INSTANT;
ALTER TABLE session ADD COLUMN read_only BOOLEAN NOT NULL DEFAULT FALSE, ALGORITHM = INSTANT;
