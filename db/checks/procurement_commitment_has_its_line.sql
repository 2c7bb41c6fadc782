-- No commitment of an order is open without the order line that awaits goods for it.
SELECT p.id, p.source
FROM posting p
LEFT JOIN posting q ON q.resolves_id = p.id
LEFT JOIN order_line l ON l.commitment_id = p.id
WHERE p.kind = 'COMMIT' AND q.id IS NULL AND (p.source LIKE 'order_line:%' OR p.source LIKE 'delivery_line:%') AND l.id IS NULL;
