-- Each of the four balances of a budget is the sum of its postings; open means that no posting resolves it.
SELECT b.id, b.allotted_cents, b.reserved_cents, b.committed_cents, b.spent_cents, s.allotted, s.reserved, s.committed, s.spent
FROM budget b
LEFT JOIN (
  SELECT p.budget_id,
         SUM(CASE WHEN p.kind IN ('ALLOT', 'TRANSFER') THEN p.amount_cents ELSE 0 END) AS allotted,
         SUM(CASE WHEN p.kind = 'RESERVE' AND r.id IS NULL THEN p.amount_cents ELSE 0 END) AS reserved,
         SUM(CASE WHEN p.kind = 'COMMIT' AND r.id IS NULL THEN p.amount_cents ELSE 0 END) AS committed,
         SUM(CASE WHEN p.kind IN ('SPEND', 'CORRECT') THEN p.amount_cents ELSE 0 END) AS spent
  FROM posting p LEFT JOIN posting r ON r.resolves_id = p.id
  GROUP BY p.budget_id
) s ON s.budget_id = b.id
WHERE b.allotted_cents <> COALESCE(s.allotted, 0) OR b.reserved_cents <> COALESCE(s.reserved, 0)
   OR b.committed_cents <> COALESCE(s.committed, 0) OR b.spent_cents <> COALESCE(s.spent, 0)
