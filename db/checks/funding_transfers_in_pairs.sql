-- What a transfer has moved is what its state says: out of one budget and into the other, and nothing else.
SELECT t.id, t.no, t.state, t.amount_cents - t.returned_cents AS open_cents, SUM(IF(p.budget_id = t.from_budget_id, p.amount_cents, 0)) AS out_cents,
       SUM(IF(p.budget_id = t.to_budget_id, p.amount_cents, 0)) AS in_cents
FROM transfer t LEFT JOIN posting p ON p.kind = 'TRANSFER' AND (p.source = CONCAT('transfer:', t.id) OR p.source LIKE CONCAT('transfer:', t.id, ':%'))
GROUP BY t.id, t.no, t.state, t.amount_cents, t.returned_cents
HAVING COALESCE(in_cents, 0) <> IF(t.state IN ('BOOKED', 'HELD'), open_cents, 0) OR COALESCE(in_cents, 0) + COALESCE(out_cents, 0) <> 0
   OR SUM(p.budget_id NOT IN (t.from_budget_id, t.to_budget_id)) > 0
UNION ALL
SELECT p.id, p.source, NULL, NULL, NULL, NULL FROM posting p
LEFT JOIN transfer t ON t.id = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(p.source, ':', 2), ':', -1) AS UNSIGNED)
WHERE p.kind = 'TRANSFER' AND t.id IS NULL
