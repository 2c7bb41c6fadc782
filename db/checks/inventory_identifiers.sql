-- The numbers that a device shows are among those by which it is found.
SELECT d.id, d.inventory_no, d.serial FROM device d
WHERE NOT EXISTS (SELECT 1 FROM device_identifier i WHERE i.device_id = d.id AND i.kind = 'INVENTORY_NO' AND i.value = d.inventory_no AND i.ended_at IS NULL)
   OR d.serial IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM device_identifier i WHERE i.device_id = d.id AND i.kind = 'SERIAL' AND i.value = d.serial AND i.ended_at IS NULL);
