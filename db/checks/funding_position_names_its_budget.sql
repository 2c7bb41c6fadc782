-- A position names the budget that pays it, and no other.
SELECT p.id, p.no, p.budget_id, b.id AS pays FROM funding_position p LEFT JOIN budget b ON b.position_id = p.id WHERE NOT (p.budget_id <=> b.id)
