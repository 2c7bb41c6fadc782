-- a room belongs to the school of its building
SELECT r.id, r.school_id, b.school_id AS building_school_id
FROM room r JOIN building b ON b.id = r.building_id
WHERE r.school_id <> b.school_id
