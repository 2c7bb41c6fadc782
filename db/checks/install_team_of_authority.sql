-- The team of a ticket is of the authority of its school, an ended team has nothing that is to be done, and nobody is in a team twice on a day.
SELECT t.id, t.no FROM ticket t JOIN school s ON s.id = t.school_id JOIN work_team w ON w.id = t.team_id
WHERE w.authority_id <> s.authority_id OR s.authority_id IS NULL
   OR w.ended AND t.state IN ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK', 'MEASURED')
UNION ALL
SELECT a.id, 'twice' FROM team_member a JOIN team_member b ON b.team_id = a.team_id AND b.technician_id = a.technician_id AND b.id > a.id
WHERE a.from_on <= COALESCE(b.to_on, '9999-12-31') AND b.from_on <= COALESCE(a.to_on, '9999-12-31');
