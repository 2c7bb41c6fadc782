-- A ticket’s room and devices are of its school; the device that names it is one of its devices.
SELECT t.id, t.no FROM ticket t LEFT JOIN room r ON r.id = t.room_id LEFT JOIN device d ON d.id = t.device_id
WHERE r.school_id <> t.school_id OR d.school_id <> t.school_id OR t.installed_id <> t.device_id
   OR t.device_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ticket_device x WHERE x.ticket_id = t.id AND x.device_id = t.device_id)
   OR t.state IN ('OPEN', 'PLANNED', 'SCHEDULED', 'WAITING', 'IN_WORK', 'MEASURED') AND EXISTS (SELECT 1 FROM ticket_device x
       JOIN device e ON e.id = x.device_id WHERE x.ticket_id = t.id AND e.school_id <> t.school_id);
