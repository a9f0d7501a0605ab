-- What is set for one connection alone, whatever its mode: `+country -url` forgives the one and refuses the other.
-- A version that does not know the column writes connections without overrides.
ALTER TABLE connection ADD COLUMN tolerance_overrides VARCHAR(4000) NOT NULL DEFAULT '';
