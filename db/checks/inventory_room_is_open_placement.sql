-- The room of a device is the one of its open placement; without one it stands in no room.
SELECT d.id, d.inventory_no, d.room_id, p.room_id AS placed_in
FROM device d LEFT JOIN placement p ON p.device_id = d.id AND p.to_at IS NULL
WHERE NOT (d.room_id <=> p.room_id);
