-- Positions say how many at which price, when, and to which other position an accompanying cost belongs; a school may have several of one category.
-- Repeatable from any point.
ALTER TABLE funding_position ADD INDEX IF NOT EXISTS position_by_annex (annex_id, category);
ALTER TABLE funding_position DROP INDEX IF EXISTS position_category_once;
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS quantity INT NULL;
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS unit_cents BIGINT NULL COMMENT 'gross, own share included';
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS measure_from_on DATE NULL;
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS measure_to_on DATE NULL;
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS accompanying BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'accompanies a measure and is nothing without it';
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS parent_id BIGINT NULL COMMENT 'the position that it accompanies';
ALTER TABLE funding_position DROP CONSTRAINT IF EXISTS position_quantity;
ALTER TABLE funding_position ADD CONSTRAINT position_quantity CHECK ((quantity IS NULL) = (unit_cents IS NULL) AND (quantity IS NULL OR (quantity > 0 AND unit_cents > 0)));
ALTER TABLE funding_position DROP CONSTRAINT IF EXISTS position_measure;
ALTER TABLE funding_position ADD CONSTRAINT position_measure CHECK (measure_from_on IS NULL OR measure_to_on IS NULL OR measure_to_on >= measure_from_on);
ALTER TABLE funding_position DROP CONSTRAINT IF EXISTS position_accompanying;
ALTER TABLE funding_position ADD CONSTRAINT position_accompanying CHECK (parent_id IS NULL OR accompanying);
ALTER TABLE funding_position ADD CONSTRAINT position_parent FOREIGN KEY IF NOT EXISTS (parent_id) REFERENCES funding_position (id);
