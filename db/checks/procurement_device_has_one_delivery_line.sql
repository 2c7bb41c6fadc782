-- Every device that came with an order names the delivery line that it came with, of its own order line and payer, and of its school,
-- unless it was handed on to another.
SELECT v.id, v.serial, v.order_line_id, x.delivery_line_id
FROM device v
JOIN order_line l ON l.id = v.order_line_id
LEFT JOIN delivered_device x ON x.device_id = v.id
LEFT JOIN delivery_line d ON d.id = x.delivery_line_id
WHERE d.id IS NULL OR d.order_line_id <> l.id OR v.budget_id <> l.budget_id
  OR v.school_id <> l.school_id AND NOT EXISTS (SELECT 1 FROM device_offer_item i JOIN device_offer o ON o.id = i.offer_id
    WHERE i.device_id = v.id AND o.state = 'GIVEN');
