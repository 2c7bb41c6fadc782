-- A cable that is plugged has two live ends at two ports of its school; one that was unplugged has none.
SELECT c.id, count(e.id) AS ends FROM network_cable c LEFT JOIN network_end e ON e.cable_id = c.id AND e.live
    LEFT JOIN network_port p ON p.id = e.port_id
GROUP BY c.id, c.live, c.school_id
HAVING count(e.id) <> CASE WHEN c.live THEN 2 ELSE 0 END OR count(DISTINCT e.port_id) <> count(e.id) OR max(p.school_id <> c.school_id) = 1;
