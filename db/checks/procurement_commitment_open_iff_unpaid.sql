-- An order line holds open commitments of exactly what is ordered, not cancelled and not paid by an approved invoice, each payer its part.
SELECT l.id, l.quantity, l.cancelled, l.settled, l.commitment_id, SUM(y.open_cents) AS open_cents
FROM order_line l LEFT JOIN order_payer y ON y.order_line_id = l.id
GROUP BY l.id, l.quantity, l.cancelled, l.settled, l.commitment_id, l.price_cents
HAVING (l.quantity > l.settled + l.cancelled) <> (l.commitment_id IS NOT NULL)
   OR COALESCE(open_cents, 0) <> (l.quantity - l.settled - l.cancelled) * l.price_cents
   OR l.commitment_id IS NOT NULL AND COALESCE(SUM(y.commitment_id = l.commitment_id), 0) <> 1
UNION ALL
SELECT y.order_line_id, NULL, NULL, NULL, y.commitment_id, y.open_cents
FROM order_payer y LEFT JOIN posting p ON p.id = y.commitment_id LEFT JOIN posting q ON q.resolves_id = p.id
WHERE y.commitment_id IS NULL AND y.open_cents <> 0 OR y.commitment_id IS NOT NULL
  AND (p.kind <> 'COMMIT' OR q.id IS NOT NULL OR p.budget_id <> y.budget_id OR p.amount_cents <> y.open_cents);
