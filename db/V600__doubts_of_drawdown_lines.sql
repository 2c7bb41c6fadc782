-- What rules that nobody had confirmed said against a line of a drawdown when it was taken along. Repeatable from any point.
ALTER TABLE drawdown_line ADD COLUMN IF NOT EXISTS doubts LONGTEXT NULL COMMENT 'sentences; null for nothing' AFTER grant_cents;
