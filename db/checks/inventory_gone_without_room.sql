-- A lost or retired device stands in no room.
SELECT id, inventory_no, state, room_id FROM device WHERE state IN ('LOST', 'RETIRED') AND room_id IS NOT NULL;
