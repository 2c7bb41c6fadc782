-- Room inventory.stocktake: a stock-taking may be about what is worth or old enough. Repeatable from any point.
ALTER TABLE stocktake
  ADD COLUMN IF NOT EXISTS min_cents    BIGINT NULL COMMENT 'only devices of at least this gross price, null: of any',
  ADD COLUMN IF NOT EXISTS bought_until_on DATE NULL COMMENT 'only devices delivered on this day or before, null: whenever';
ALTER TABLE stocktake DROP CONSTRAINT IF EXISTS stocktake_min_value;
ALTER TABLE stocktake ADD CONSTRAINT stocktake_min_value CHECK (min_cents > 0);
