-- A room is left exactly as long as its place is not looked after.
SELECT r.id FROM room r JOIN school s ON s.id = r.school_id WHERE NOT (r.left_on <=> s.ended_on);
