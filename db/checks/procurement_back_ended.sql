-- What went back is given up, and what came in its place names it; what was not ordered here is exchanged without an order.
SELECT b.id, d.inventory_no, d.state, r.replaces_id
FROM goods_back b JOIN device d ON d.id = b.device_id LEFT JOIN device r ON r.id = b.replaced_id
WHERE d.state <> 'RETIRED' OR d.order_line_id <> b.order_line_id OR b.pieces <> 1 OR (b.replaced_id IS NOT NULL AND NOT (r.replaces_id <=> d.id))
UNION ALL
SELECT NULL, d.inventory_no, d.state, d.replaces_id FROM device d LEFT JOIN goods_back b ON b.replaced_id = d.id
WHERE d.replaces_id IS NOT NULL AND d.order_line_id IS NOT NULL AND b.id IS NULL;
