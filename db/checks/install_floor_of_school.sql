-- A floor plan is of a building of its school, and what is drawn on it is of that school, too.
SELECT f.id FROM floor_plan f JOIN building b ON b.id = f.building_id WHERE b.school_id <> f.school_id
UNION ALL
SELECT m.id FROM floor_mark m JOIN floor_plan f ON f.id = m.plan_id LEFT JOIN network_unit u ON u.id = m.unit_id
    LEFT JOIN network_port p ON p.id = m.port_id LEFT JOIN device d ON d.id = m.device_id
WHERE COALESCE(u.school_id, p.school_id, d.school_id) <> f.school_id;
