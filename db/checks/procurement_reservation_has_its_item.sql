-- No reservation is open without a line of a request that waits for its order.
SELECT p.id, p.source
FROM posting p
LEFT JOIN posting q ON q.resolves_id = p.id
LEFT JOIN request_payer i ON i.reservation_id = p.id
WHERE p.kind = 'RESERVE' AND q.id IS NULL AND p.source LIKE 'request_item:%' AND i.id IS NULL;
