-- What an order line says has come is what its deliveries brought and what did not go back; every piece that has a serial is a device, and so
-- is what came in exchange.
SELECT l.id, l.delivered, COALESCE(d.pieces, 0) AS booked, COALESCE(b.pieces, 0) AS back, COALESCE(v.devices, 0) AS devices, m.kind
FROM order_line l
JOIN catalogue_item c ON c.id = l.item_id
JOIN device_model m ON m.id = c.model_id
LEFT JOIN (SELECT order_line_id, SUM(quantity) AS pieces FROM delivery_line GROUP BY order_line_id) d ON d.order_line_id = l.id
LEFT JOIN (SELECT order_line_id, SUM(pieces) AS pieces, SUM(device_id IS NOT NULL) AS devices FROM goods_back GROUP BY order_line_id) b ON b.order_line_id = l.id
LEFT JOIN (SELECT order_line_id, COUNT(*) AS devices FROM device GROUP BY order_line_id) v ON v.order_line_id = l.id
WHERE l.delivered <> COALESCE(d.pieces, 0) - COALESCE(b.pieces, 0)
   OR (m.kind NOT IN ('ACCESSORY', 'SERVICE') AND l.delivered <> COALESCE(v.devices, 0) - COALESCE(b.devices, 0))
   OR COALESCE(v.devices, 0) - COALESCE(b.devices, 0) > l.delivered;
