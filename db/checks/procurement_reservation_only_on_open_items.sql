-- A line holds open reservations of exactly its payers' parts if and only if its request is approved, or waits for a second person to confirm that, and the line is neither ordered nor given up.
SELECT i.id, r.no, r.state, i.reservation_id, y.budget_id, p.kind, p.amount_cents
FROM request_item i
JOIN request r ON r.id = i.request_id
LEFT JOIN request_payer y ON y.request_item_id = i.id
LEFT JOIN order_line l ON l.request_item_id = i.id
LEFT JOIN posting p ON p.id = y.reservation_id
LEFT JOIN posting q ON q.resolves_id = p.id
WHERE (i.reservation_id IS NOT NULL) <> (y.reservation_id IS NOT NULL)
   OR y.reservation_id IS NOT NULL
  AND (r.state NOT IN ('APPROVED', 'AWAITING_SECOND') OR l.id IS NOT NULL OR p.kind <> 'RESERVE' OR q.id IS NOT NULL
       OR p.amount_cents <> y.amount_cents OR p.budget_id <> y.budget_id)
UNION ALL
-- the main payer is one of them
SELECT i.id, NULL, NULL, i.reservation_id, i.budget_id, NULL, NULL FROM request_item i
WHERE i.reservation_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM request_payer y
  WHERE y.request_item_id = i.id AND y.reservation_id = i.reservation_id AND y.budget_id = i.budget_id);
