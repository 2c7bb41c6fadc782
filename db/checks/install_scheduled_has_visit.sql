-- A ticket whose visit is agreed has one that was not cancelled.
SELECT t.id, t.no FROM ticket t
WHERE t.state = 'SCHEDULED' AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.ticket_id = t.id AND NOT v.cancelled);
