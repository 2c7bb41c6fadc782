-- A device is lent exactly while a loan of it runs.
SELECT d.id, d.inventory_no, d.lent, l.no FROM device d LEFT JOIN loan l ON l.device_id = d.id AND l.ended_at IS NULL
WHERE d.lent <> (l.id IS NOT NULL);
