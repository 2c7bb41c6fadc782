-- A programme that was made by hand is withdrawn with a reason, as long as no application stands on it. Can be repeated.
ALTER TABLE programme ADD COLUMN IF NOT EXISTS withdrawn_at DATETIME(6) NULL;
ALTER TABLE programme ADD COLUMN IF NOT EXISTS withdrawal_reason VARCHAR(1000) NULL;
