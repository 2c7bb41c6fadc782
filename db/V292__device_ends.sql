-- How a device got lost and how it was given up; what is given up while its binding lasts is proposed by one person and confirmed by
-- another. Can be repeated.
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS loss           VARCHAR(20)  NULL COMMENT 'MISSING or STOLEN while it is lost',
  ADD COLUMN IF NOT EXISTS lost_on        DATE         NULL,
  ADD COLUMN IF NOT EXISTS police_no      VARCHAR(60)  NULL COMMENT 'file number of the police',
  ADD COLUMN IF NOT EXISTS disposal       VARCHAR(20)  NULL COMMENT 'SOLD, GIVEN_AWAY, RECYCLED, RETURNED, DESTROYED, GONE',
  ADD COLUMN IF NOT EXISTS erasure        VARCHAR(200) NULL COMMENT 'proof that its data were erased',
  ADD COLUMN IF NOT EXISTS proceeds_cents BIGINT       NULL,
  ADD COLUMN IF NOT EXISTS retired_on     DATE         NULL,
  ADD COLUMN IF NOT EXISTS consent        VARCHAR(200) NULL COMMENT 'consent of the granting body to an end before the binding ends',
  ADD COLUMN IF NOT EXISTS end_asked_on   DATE         NULL COMMENT 'an end within the binding is proposed and waits for a second person';
UPDATE device SET loss = 'MISSING' WHERE state = 'LOST' AND loss IS NULL;
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_stolen_is_reported;
ALTER TABLE device ADD CONSTRAINT device_stolen_is_reported CHECK (loss <> 'STOLEN' OR police_no IS NOT NULL);
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_proceeds;
ALTER TABLE device ADD CONSTRAINT device_proceeds CHECK (proceeds_cents >= 0);
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_loss (loss);
