-- A line holds an open reservation if and only if its request is approved and the line is neither ordered nor given up.
SELECT i.id, r.no, r.state, i.reservation_id, p.kind, p.amount_cents
FROM request_item i
JOIN request r ON r.id = i.request_id
LEFT JOIN order_line l ON l.request_item_id = i.id
LEFT JOIN posting p ON p.id = i.reservation_id
LEFT JOIN posting q ON q.resolves_id = p.id
WHERE i.reservation_id IS NOT NULL
  AND (r.state <> 'APPROVED' OR l.id IS NOT NULL OR p.kind <> 'RESERVE' OR q.id IS NOT NULL
       OR p.amount_cents <> i.quantity * i.price_cents OR p.budget_id <> i.budget_id);
