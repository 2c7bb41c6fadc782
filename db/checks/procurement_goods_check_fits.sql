-- Who misses something says of what; what is missed was received, with that delivery and for that school.
SELECT c.id, c.state, l.id AS line FROM goods_check c LEFT JOIN goods_check_line l ON l.check_id = c.id
WHERE (c.state IN ('ASKED', 'CONFIRMED') AND l.id IS NOT NULL) OR (c.state IN ('SHORT', 'SETTLED') AND l.id IS NULL)
UNION ALL
SELECT c.id, c.state, l.id FROM goods_check c JOIN goods_check_line l ON l.check_id = c.id JOIN delivery_line d ON d.id = l.delivery_line_id
JOIN order_line o ON o.id = d.order_line_id
WHERE d.delivery_id <> c.delivery_id OR o.school_id <> c.school_id OR l.missing + l.broken > d.quantity;
