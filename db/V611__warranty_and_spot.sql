-- Room inventory.device: until when a device is under warranty, where in its room it stands, and in which condition it is. Repeatable from any point.
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS warranty_end_on DATE         NULL COMMENT 'last day of the warranty, null: not known',
  ADD COLUMN IF NOT EXISTS spot            VARCHAR(120) NULL COMMENT 'where in its room: left of the board, cupboard 2, shelf 3',
  ADD COLUMN IF NOT EXISTS wear            VARCHAR(20)  NULL COMMENT 'NEW, GOOD, WORN, DAMAGED; null: nobody has said it';
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_warranty (warranty_end_on);
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_spot_in_room;
ALTER TABLE device ADD CONSTRAINT device_spot_in_room CHECK (spot IS NULL OR room_id IS NOT NULL);
ALTER TABLE device_model ADD COLUMN IF NOT EXISTS warranty_months INT NULL COMMENT 'warranty of what is delivered from now on, null: none is known';
ALTER TABLE device_model DROP CONSTRAINT IF EXISTS model_warranty;
ALTER TABLE device_model ADD CONSTRAINT model_warranty CHECK (warranty_months BETWEEN 1 AND 120);
