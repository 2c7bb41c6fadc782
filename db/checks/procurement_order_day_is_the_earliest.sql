-- An order is expected when the first of what is awaited of it is.
SELECT o.id, o.no, o.expected_on, MIN(l.expected_on) AS found FROM purchase_order o JOIN order_line l ON l.order_id = o.id
WHERE l.quantity > l.delivered + l.cancelled GROUP BY o.id, o.no, o.expected_on HAVING NOT (o.expected_on <=> MIN(l.expected_on));
