-- The rooms of a ticket and of its defects are of its school; work that is accepted as a whole is accepted in each of its rooms.
SELECT t.id, t.no FROM ticket t JOIN ticket_room x ON x.ticket_id = t.id JOIN room r ON r.id = x.room_id
WHERE r.school_id <> t.school_id OR t.state IN ('ACCEPTED', 'ACCEPTED_WITH_DEFECTS') AND x.accepted_at IS NULL
UNION ALL
SELECT d.id, 'defect' FROM defect d JOIN ticket t ON t.id = d.ticket_id JOIN room r ON r.id = d.room_id WHERE r.school_id <> t.school_id;
