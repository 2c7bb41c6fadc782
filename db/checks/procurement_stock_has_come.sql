-- No more pieces of an order line lie in stores than have come for it.
SELECT l.id, l.delivered, SUM(s.amount) AS stored FROM store_lot s JOIN order_line l ON l.id = s.order_line_id
WHERE NOT s.taken_back GROUP BY l.id, l.delivered HAVING SUM(s.amount) > l.delivered;
