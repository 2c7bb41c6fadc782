-- A search reads what it finds: titles by their words, devices by serial and inventory number in whatever notation. Can be
-- repeated.
ALTER TABLE request ADD FULLTEXT INDEX IF NOT EXISTS request_words (title);
ALTER TABLE ticket ADD FULLTEXT INDEX IF NOT EXISTS ticket_words (title);
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS serial_key VARCHAR(80) AS (REPLACE(REPLACE(REPLACE(REPLACE(serial, ' ', ''), '-', ''), '.', ''), '/', '')) VIRTUAL,
  ADD COLUMN IF NOT EXISTS inventory_key VARCHAR(20) AS (REPLACE(REPLACE(REPLACE(REPLACE(inventory_no, ' ', ''), '-', ''), '.', ''), '/', '')) VIRTUAL;
ALTER TABLE device
  ADD INDEX IF NOT EXISTS device_serial_key (serial_key),
  ADD INDEX IF NOT EXISTS device_inventory_key (inventory_key);
