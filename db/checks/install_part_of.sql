-- a part is a part of what it was split from, and of all that this is a part of
SELECT l.ticket_id FROM ticket_link l LEFT JOIN part_of p ON p.part_id = l.ticket_id AND p.whole_id = l.other_id AND p.depth = 1
WHERE l.kind = 'PART' AND p.id IS NULL
UNION
SELECT p.part_id FROM part_of p JOIN part_of u ON u.part_id = p.whole_id LEFT JOIN part_of w ON w.part_id = p.part_id AND w.whole_id = u.whole_id AND w.depth = p.depth + u.depth
WHERE w.id IS NULL;
