-- A ticket’s room is of its school, and so are its devices until it ends: then they may go to another school. The device that names it
-- is one of its devices.
SELECT t.id, t.no FROM ticket t LEFT JOIN room r ON r.id = t.room_id
WHERE r.school_id <> t.school_id OR t.installed_id <> t.device_id
   OR t.device_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket_device x WHERE x.ticket_id = t.id AND x.device_id = t.device_id)
   OR t.state IN ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK', 'MEASURED') AND EXISTS (SELECT 1 FROM ticket_device x
       JOIN device e ON e.id = x.device_id WHERE x.ticket_id = t.id AND e.school_id <> t.school_id);
