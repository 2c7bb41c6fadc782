-- A code belongs to a room or to a device, of its own school.
SELECT c.id FROM fault_code c LEFT JOIN room r ON r.id = c.room_id
WHERE (c.room_id IS NULL) = (c.device_id IS NULL) OR r.school_id <> c.school_id;
