-- Room school.place: a room knows since when its place is not looked after any more, so that lists need not ask the place of each row.
ALTER TABLE room ADD COLUMN IF NOT EXISTS left_on DATE NULL COMMENT 'since when its place is not looked after any more; null while it is';
UPDATE room r JOIN school s ON s.id = r.school_id SET r.left_on = s.ended_on WHERE s.ended_on IS NOT NULL AND r.left_on IS NULL;
ALTER TABLE room ADD INDEX IF NOT EXISTS room_left (left_on, closed_on);
