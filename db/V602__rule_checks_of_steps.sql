-- What the rules said of a request, an order, an invoice or a drawdown when a step relied on them, one row for each award that pays it. Repeatable from any point.
ALTER TABLE rule_check ADD COLUMN IF NOT EXISTS stage VARCHAR(20) NULL COMMENT 'REQUEST, ORDER, INVOICE or DRAWDOWN; null: the application itself' AFTER application_id;
ALTER TABLE rule_check ADD COLUMN IF NOT EXISTS subject_id BIGINT NULL COMMENT 'id of that thing' AFTER stage;
ALTER TABLE rule_check MODIFY COLUMN step VARCHAR(60) NOT NULL COMMENT 'the action that relied on it';
ALTER TABLE rule_check ADD INDEX IF NOT EXISTS rule_check_at (stage, subject_id, id);
