-- A new position that a version asks for says how many at which price, and when, as a position of the application does. Repeatable from any point.
ALTER TABLE revision_line ADD COLUMN IF NOT EXISTS quantity INT NULL;
ALTER TABLE revision_line ADD COLUMN IF NOT EXISTS unit_cents BIGINT NULL COMMENT 'gross, own share included';
ALTER TABLE revision_line ADD COLUMN IF NOT EXISTS measure_from_on DATE NULL;
ALTER TABLE revision_line ADD COLUMN IF NOT EXISTS measure_to_on DATE NULL;
ALTER TABLE revision_line DROP CONSTRAINT IF EXISTS revision_line_quantity;
ALTER TABLE revision_line ADD CONSTRAINT revision_line_quantity CHECK ((quantity IS NULL) = (unit_cents IS NULL) AND (quantity IS NULL OR (fresh AND quantity > 0 AND unit_cents > 0)));
ALTER TABLE revision_line DROP CONSTRAINT IF EXISTS revision_line_measure;
ALTER TABLE revision_line ADD CONSTRAINT revision_line_measure CHECK (measure_from_on IS NULL OR measure_to_on IS NULL OR measure_to_on >= measure_from_on);
