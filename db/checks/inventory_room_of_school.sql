-- A device stands in a room of its own school, and was requested for one.
SELECT d.id, d.inventory_no, d.school_id, r.school_id AS school_of_room
FROM device d JOIN room r ON r.id = d.room_id OR r.id = d.target_room_id
WHERE r.school_id <> d.school_id;
