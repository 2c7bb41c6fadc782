-- The balances kept for a school in a category of a programme are those of its budgets.
SELECT s.school_id, s.programme_id, s.category, u.allotted_cents, s.allotted, u.spent_cents, s.spent
FROM (SELECT school_id, programme_id, category, SUM(allotted_cents) AS allotted, SUM(reserved_cents) AS reserved, SUM(committed_cents) AS committed, SUM(spent_cents) AS spent
    FROM budget WHERE kind = 'POSITION' GROUP BY school_id, programme_id, category) s
  LEFT JOIN school_use u ON u.school_id = s.school_id AND u.programme_id = s.programme_id AND u.category = s.category
WHERE u.id IS NULL OR u.allotted_cents <> s.allotted OR u.reserved_cents <> s.reserved OR u.committed_cents <> s.committed OR u.spent_cents <> s.spent
