-- A line that is drawn for an expenditure has the amount and the budget of its posting.
SELECT l.id, l.posting_id, l.eligible_cents, p.amount_cents FROM drawdown_line l JOIN posting p ON p.id = l.posting_id
WHERE l.eligible_cents <> p.amount_cents OR l.budget_id <> p.budget_id OR p.kind NOT IN ('SPEND', 'CORRECT')
