-- Rooms and buildings stand in the order in which people count: 1.2 before 1.10, "Haus 9" before "Haus 10". The key is the name
-- with each of its numbers filled up to ten digits.
ALTER TABLE building ADD COLUMN IF NOT EXISTS name_key VARCHAR(720)
    AS (REGEXP_REPLACE(REGEXP_REPLACE(name, '([0-9]+)', '0000000000\\1'), '0*([0-9]{10})', '\\1')) STORED;
ALTER TABLE room ADD COLUMN IF NOT EXISTS name_key VARCHAR(480)
    AS (REGEXP_REPLACE(REGEXP_REPLACE(name, '([0-9]+)', '0000000000\\1'), '0*([0-9]{10})', '\\1')) STORED;
ALTER TABLE room ADD INDEX IF NOT EXISTS room_by_name_key (name_key);
