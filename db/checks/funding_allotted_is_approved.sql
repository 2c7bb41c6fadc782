-- What a budget was allotted, by the decision and by those on later versions, is what is approved for its position. No approved position without budget.
SELECT p.id AS position_id, p.approved_cents, f.allotted
FROM funding_position p
LEFT JOIN (SELECT b.position_id, SUM(q.amount_cents) AS allotted FROM budget b JOIN posting q ON q.budget_id = b.id AND q.kind = 'ALLOT'
  WHERE b.position_id IS NOT NULL GROUP BY b.position_id) f ON f.position_id = p.id
WHERE COALESCE(p.approved_cents, 0) <> COALESCE(f.allotted, 0)
