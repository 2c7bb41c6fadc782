-- A unit of the network record stands in a room and a distributor of its school and plays the part of a device of its school;
-- its ports, their VLANs and the port of an uplink are of the same school; what was taken down has nothing plugged and is in no VLAN.
SELECT u.id, u.name FROM network_unit u LEFT JOIN room r ON r.id = u.room_id LEFT JOIN network_unit q ON q.id = u.parent_id
    LEFT JOIN device d ON d.id = u.device_id
WHERE r.school_id <> u.school_id OR q.school_id <> u.school_id OR u.live AND d.school_id <> u.school_id
   OR u.live AND u.parent_id IS NOT NULL AND q.live IS NULL
   OR EXISTS (SELECT 1 FROM network_port p LEFT JOIN network_vlan v ON v.id = p.vlan_id WHERE p.unit_id = u.id
       AND (p.school_id <> u.school_id OR v.school_id <> u.school_id OR u.live IS NULL AND v.id IS NOT NULL))
   OR EXISTS (SELECT 1 FROM network_port p JOIN network_uplink l ON l.port_id = p.id WHERE p.unit_id = u.id
       AND (l.school_id <> u.school_id OR u.live IS NULL))
   OR u.live IS NULL AND EXISTS (SELECT 1 FROM network_port p JOIN network_end e ON e.port_id = p.id AND e.live WHERE p.unit_id = u.id);
