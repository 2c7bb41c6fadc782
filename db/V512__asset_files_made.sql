-- When a file of depreciation was made: what was sent after the last file of the finance system came is not missed there yet.
ALTER TABLE asset_booking_file ADD COLUMN IF NOT EXISTS made_at DATETIME(6) NULL COMMENT 'null: with the run, of files from before this column';
