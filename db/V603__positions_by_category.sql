-- The list of positions by category reads the newest first. Repeatable from any point.
ALTER TABLE funding_position ADD INDEX IF NOT EXISTS position_by_category (category, id);
