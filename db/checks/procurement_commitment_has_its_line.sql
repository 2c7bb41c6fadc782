-- No commitment of an order is open without the payer of the order line that it belongs to.
SELECT p.id, p.source
FROM posting p
LEFT JOIN posting q ON q.resolves_id = p.id
LEFT JOIN order_payer l ON l.commitment_id = p.id
WHERE p.kind = 'COMMIT' AND q.id IS NULL AND SUBSTRING_INDEX(p.source, ':', 1) IN ('order_line', 'delivery_line', 'order_change', 'invoice_part', 'invoice_back')
  AND l.id IS NULL;
