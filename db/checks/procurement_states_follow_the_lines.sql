-- The state of an order and of a request is what their lines say.
SELECT 'order' AS what, o.no, o.state
FROM purchase_order o
JOIN (SELECT order_id, SUM(quantity - delivered - cancelled) AS awaited, SUM(delivered) AS came FROM order_line GROUP BY order_id) l
  ON l.order_id = o.id
WHERE (o.state = 'PLACED' AND (l.awaited = 0 OR l.came > 0)) OR (o.state = 'PARTLY_DELIVERED' AND (l.awaited = 0 OR l.came = 0))
   OR (o.state = 'DELIVERED' AND (l.awaited > 0 OR l.came = 0)) OR (o.state = 'CANCELLED' AND (l.awaited > 0 OR l.came > 0))
UNION ALL
SELECT 'request', r.no, r.state
FROM request r
JOIN (SELECT i.request_id, SUM(i.reservation_id IS NOT NULL) AS open_items, COUNT(l.id) AS ordered,
             COALESCE(SUM(l.quantity - l.delivered - l.cancelled), 0) AS awaited, COALESCE(SUM(l.delivered), 0) AS came
      FROM request_item i LEFT JOIN order_line l ON l.request_item_id = i.id GROUP BY i.request_id) x ON x.request_id = r.id
WHERE (r.state IN ('DRAFT', 'SUBMITTED', 'QUERIED', 'REJECTED', 'WITHDRAWN') AND (x.open_items > 0 OR x.ordered > 0))
   OR (r.state = 'APPROVED' AND x.open_items = 0) OR (r.state = 'AWAITING_SECOND' AND (x.open_items = 0 OR x.ordered > 0))
   OR (r.state = 'ORDERED' AND (x.open_items > 0 OR x.awaited = 0))
   OR (r.state = 'DELIVERED' AND (x.open_items > 0 OR x.awaited > 0 OR x.came = 0))
   OR (r.state = 'CANCELLED' AND (x.open_items > 0 OR x.awaited > 0 OR x.came > 0));
