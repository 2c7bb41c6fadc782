-- An order line holds an open commitment of exactly what is ordered, not cancelled and not paid by an approved invoice.
SELECT l.id, l.quantity, l.cancelled, l.settled, l.commitment_id, p.amount_cents
FROM order_line l
LEFT JOIN posting p ON p.id = l.commitment_id
LEFT JOIN posting q ON q.resolves_id = p.id
WHERE (l.quantity > l.settled + l.cancelled) <> (l.commitment_id IS NOT NULL)
   OR (l.commitment_id IS NOT NULL AND (p.kind <> 'COMMIT' OR q.id IS NOT NULL OR p.budget_id <> l.budget_id
       OR p.amount_cents <> (l.quantity - l.settled - l.cancelled) * l.price_cents));
