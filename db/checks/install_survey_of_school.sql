-- What was found in a room belongs to the school of the room.
SELECT x.id FROM room_survey x JOIN room r ON r.id = x.room_id WHERE x.school_id <> r.school_id;
