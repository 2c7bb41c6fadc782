-- Room inventory.door: keys of forms that people without an account have sent, so that one that is sent again is taken in once. Room inventory.loan: what was
-- damaged stands at the line of the sheet on which the device came back. Can be repeated.
CREATE TABLE IF NOT EXISTS door_once (
  key_hash CHAR(64)    NOT NULL COMMENT 'SHA-256 of link and key',
  came_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (key_hash),
  INDEX door_once_age (came_at)
);

ALTER TABLE loan_sheet_item
  ADD COLUMN IF NOT EXISTS note VARCHAR(2000) NULL COMMENT 'what was damaged when it came back; erased with the loan';
