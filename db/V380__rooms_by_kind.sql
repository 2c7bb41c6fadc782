-- Rooms of one kind over all schools, the newest first.
ALTER TABLE room ADD INDEX IF NOT EXISTS room_kind (kind, id);
