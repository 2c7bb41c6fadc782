-- What a decision granted to the authority and no position has: a budget of its own, which pays nothing and is distributed over positions.
-- Repeatable from any point.
ALTER TABLE application ADD COLUMN IF NOT EXISTS rest_cents BIGINT NULL COMMENT 'approved and in no position; null before the decision, and where there is none';
ALTER TABLE application DROP CONSTRAINT IF EXISTS application_rest;
ALTER TABLE application ADD CONSTRAINT application_rest CHECK (rest_cents IS NULL OR rest_cents > 0 AND decided_on IS NOT NULL);
ALTER TABLE budget DROP CONSTRAINT IF EXISTS budget_of_one_kind;
ALTER TABLE budget ADD CONSTRAINT budget_of_one_kind CHECK (
  kind = 'POSITION' AND position_id IS NOT NULL AND application_id IS NOT NULL AND programme_id IS NOT NULL AND school_id IS NOT NULL
    AND category IS NOT NULL AND authority_id IS NULL AND household_year IS NULL
  OR kind = 'OWN_MONEY' AND position_id IS NULL AND application_id IS NULL AND programme_id IS NULL AND school_id IS NULL
    AND category IS NULL AND authority_id IS NOT NULL AND household_year IS NOT NULL AND account IS NOT NULL AND title IS NOT NULL
    AND ends_on IS NOT NULL
  OR kind = 'REST' AND position_id IS NULL AND application_id IS NOT NULL AND programme_id IS NOT NULL AND school_id IS NULL
    AND category IS NULL AND authority_id IS NOT NULL AND household_year IS NULL
    AND reserved_cents = 0 AND committed_cents = 0 AND spent_cents = 0);
