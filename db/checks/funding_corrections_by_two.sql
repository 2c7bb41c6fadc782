-- What a correction by a free amount has posted is what its state says, at its budget, and who confirmed it is not who proposed it.
SELECT c.id, c.no, c.state, c.amount_cents, SUM(p.amount_cents) AS posted_cents
FROM budget_correction c LEFT JOIN posting p ON p.kind = 'CORRECT' AND (p.source = CONCAT('budget_correction:', c.id) OR p.source = CONCAT('budget_correction:', c.id, ':r'))
GROUP BY c.id, c.no, c.state, c.amount_cents
HAVING COALESCE(posted_cents, 0) <> IF(c.state IN ('BOOKED', 'COUNTER_PROPOSED'), c.amount_cents, 0) OR SUM(p.budget_id <> c.budget_id) > 0
UNION ALL
SELECT p.id, p.source, NULL, p.amount_cents, NULL FROM posting p
LEFT JOIN budget_correction c ON c.id = CAST(SUBSTRING_INDEX(SUBSTRING_INDEX(p.source, ':', 2), ':', -1) AS UNSIGNED)
WHERE p.source LIKE 'budget\_correction:%' AND (c.id IS NULL OR p.kind <> 'CORRECT')
