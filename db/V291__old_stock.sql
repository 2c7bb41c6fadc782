-- A device comes by a receipt, by an import of the old stock or by hand; then its price, its day and its serial number may be unknown.
-- The numbers in the form in which they are looked for stand in device_identifier. Can be repeated.
ALTER TABLE device DROP INDEX IF EXISTS device_serial_key, DROP INDEX IF EXISTS device_inventory_key;
ALTER TABLE device DROP COLUMN IF EXISTS serial_key, DROP COLUMN IF EXISTS inventory_key;
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS origin VARCHAR(20) NOT NULL DEFAULT 'RECEIPT' COMMENT 'RECEIPT, IMPORT, HAND',
  MODIFY serial VARCHAR(80) NULL,
  MODIFY price_cents BIGINT NULL COMMENT 'gross price paid; null: not known',
  MODIFY delivered_on DATE NULL COMMENT 'null: not known';
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_received_whole;
ALTER TABLE device ADD CONSTRAINT device_received_whole CHECK (origin <> 'RECEIPT' OR serial IS NOT NULL AND price_cents IS NOT NULL AND delivered_on IS NOT NULL);
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_origin (origin), ADD INDEX IF NOT EXISTS device_by_serial (serial);
