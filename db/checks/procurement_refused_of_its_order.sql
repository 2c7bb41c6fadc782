-- What was refused at the door belongs to a line of the order that was delivered.
SELECT g.id, g.delivery_id, g.order_line_id FROM goods_refused g
JOIN delivery d ON d.id = g.delivery_id JOIN order_line l ON l.id = g.order_line_id WHERE l.order_id <> d.order_id;
