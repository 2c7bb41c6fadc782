-- The balances kept for an application are those of its budgets.
SELECT s.application_id, t.allotted_cents, s.allotted, t.spent_cents, s.spent, t.rest_cents, s.rest
FROM (SELECT application_id, SUM(IF(kind = 'REST', 0, allotted_cents)) AS allotted, SUM(reserved_cents) AS reserved, SUM(committed_cents) AS committed, SUM(spent_cents) AS spent,
      SUM(IF(kind = 'REST', allotted_cents, 0)) AS rest
    FROM budget WHERE application_id IS NOT NULL GROUP BY application_id) s
  LEFT JOIN application_total t ON t.application_id = s.application_id
WHERE t.application_id IS NULL OR t.allotted_cents <> s.allotted OR t.reserved_cents <> s.reserved OR t.committed_cents <> s.committed OR t.spent_cents <> s.spent OR t.rest_cents <> s.rest
