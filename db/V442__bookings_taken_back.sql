-- A booking that was read from a file of the finance system can be taken back, with a reason that stands in the history. Can be repeated.
ALTER TABLE finance_booking ADD COLUMN IF NOT EXISTS taken_back BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it counts no longer, until it is brought back or read with other values';
