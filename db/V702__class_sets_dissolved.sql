-- A class set is renamed and dissolved; its name is then free for another one. Can be repeated.
ALTER TABLE loan_set ADD COLUMN IF NOT EXISTS dissolved_at DATETIME(6) NULL;
ALTER TABLE loan_set ADD COLUMN IF NOT EXISTS is_open TINYINT AS (IF(dissolved_at IS NULL, 1, NULL)) PERSISTENT;
ALTER TABLE loan_set ADD INDEX IF NOT EXISTS loan_set_of_school (school_id);
ALTER TABLE loan_set DROP INDEX IF EXISTS loan_set_once, ADD UNIQUE INDEX loan_set_once (school_id, name, is_open);
