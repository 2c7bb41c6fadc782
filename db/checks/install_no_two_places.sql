-- A technician is not at two places at once with tickets that are still to be worked on.
SELECT a.id, b.id AS other, s.assignee FROM visit a
JOIN ticket s ON s.id = a.ticket_id AND s.state IN ('PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK')
JOIN ticket t ON t.assignee_id = s.assignee_id AND t.id > s.id AND t.state IN ('PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK')
JOIN visit b ON b.ticket_id = t.id AND NOT b.cancelled
    AND b.starts_at < a.starts_at + INTERVAL a.minutes MINUTE AND a.starts_at < b.starts_at + INTERVAL b.minutes MINUTE
WHERE NOT a.cancelled;
