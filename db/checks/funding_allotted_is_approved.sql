-- The first allotment of a budget is what the decision approved; a later one is a correction by a new decision. No approved position without budget.
SELECT p.id AS position_id, p.approved_cents, b.id AS budget_id, f.amount_cents AS allotted
FROM funding_position p
LEFT JOIN budget b ON b.position_id = p.id
LEFT JOIN posting f ON f.id = (SELECT MIN(q.id) FROM posting q WHERE q.budget_id = b.id AND q.kind = 'ALLOT')
WHERE COALESCE(p.approved_cents, 0) <> COALESCE(f.amount_cents, 0)
