-- A webhook that was removed is kept until its last message is forgotten. Can be repeated.
ALTER TABLE webhook ADD COLUMN IF NOT EXISTS removed_at DATETIME(6) NULL;
