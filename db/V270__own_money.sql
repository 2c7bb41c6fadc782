-- Own money of an authority is a second kind of budget: household year, account, usable until its last day. It belongs to no position
-- and no school. Can be repeated.
ALTER TABLE budget
  ADD COLUMN IF NOT EXISTS kind VARCHAR(20) NOT NULL DEFAULT 'POSITION' AFTER id,
  ADD COLUMN IF NOT EXISTS authority_id BIGINT NULL COMMENT 'own money: whose; a position has it by its application',
  ADD COLUMN IF NOT EXISTS household_year INT NULL,
  ADD COLUMN IF NOT EXISTS account VARCHAR(40) NULL COMMENT 'budget line of the household',
  ADD COLUMN IF NOT EXISTS title VARCHAR(160) NULL,
  ADD COLUMN IF NOT EXISTS ends_on DATE NULL COMMENT 'last day; later than the household year if it was carried over';
ALTER TABLE budget
  MODIFY position_id BIGINT NULL, MODIFY application_id BIGINT NULL, MODIFY programme_id BIGINT NULL,
  MODIFY school_id BIGINT NULL, MODIFY category VARCHAR(40) NULL;
ALTER TABLE budget DROP FOREIGN KEY IF EXISTS budget_authority;
-- the foreign key stands on this index: it goes first and comes last
ALTER TABLE budget DROP INDEX IF EXISTS own_money_once;
ALTER TABLE budget ADD CONSTRAINT own_money_once UNIQUE (authority_id, household_year, account);
ALTER TABLE budget ADD CONSTRAINT budget_authority FOREIGN KEY (authority_id) REFERENCES authority (id);
ALTER TABLE budget DROP CONSTRAINT IF EXISTS budget_of_one_kind;
ALTER TABLE budget ADD CONSTRAINT budget_of_one_kind CHECK (
  kind = 'POSITION' AND position_id IS NOT NULL AND application_id IS NOT NULL AND programme_id IS NOT NULL AND school_id IS NOT NULL
    AND category IS NOT NULL AND authority_id IS NULL AND household_year IS NULL
  OR kind = 'OWN_MONEY' AND position_id IS NULL AND application_id IS NULL AND programme_id IS NULL AND school_id IS NULL
    AND category IS NULL AND authority_id IS NOT NULL AND household_year IS NOT NULL AND account IS NOT NULL AND title IS NOT NULL
    AND ends_on IS NOT NULL);
-- lists of grant money leave the postings of own money out without asking the budget of each
ALTER TABLE posting ADD COLUMN IF NOT EXISTS own_money BOOLEAN NOT NULL DEFAULT FALSE;
