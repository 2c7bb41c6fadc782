-- A defect and the ticket that puts it right belong to one school, and the two are linked.
SELECT d.id FROM defect d JOIN ticket t ON t.id = d.ticket_id JOIN ticket f ON f.id = d.follow_id
WHERE t.school_id <> f.school_id
   OR NOT EXISTS (SELECT 1 FROM ticket_link l WHERE l.ticket_id = f.id AND l.other_id = t.id AND l.kind = 'DEFECT');
