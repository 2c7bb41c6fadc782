-- At a place that is not looked after any more no work is open.
SELECT s.id, t.no, t.state FROM school s JOIN ticket t ON t.school_id = s.id
WHERE s.ended_on IS NOT NULL AND t.state IN ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK', 'MEASURED');
