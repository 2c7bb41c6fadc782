-- A ticket’s room and device are of its school.
SELECT t.id, t.no FROM ticket t LEFT JOIN room r ON r.id = t.room_id LEFT JOIN device d ON d.id = t.device_id
WHERE r.school_id <> t.school_id OR d.school_id <> t.school_id;
