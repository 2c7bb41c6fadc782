-- The parts of the payers are the line, to the cent: of what is approved, of what is ordered; the budget under whose rules it stands pays.
SELECT 'request_item' AS what, i.id, i.quantity * i.price_cents AS line, SUM(y.amount_cents) AS payers
FROM request_item i LEFT JOIN request_payer y ON y.request_item_id = i.id
WHERE i.budget_id IS NOT NULL GROUP BY i.id, i.quantity, i.price_cents, i.budget_id
HAVING payers IS NULL OR payers <> line OR SUM(y.budget_id = i.budget_id) <> 1
UNION ALL
SELECT 'order_line', l.id, l.quantity * l.price_cents AS line, SUM(y.amount_cents) AS payers
FROM order_line l LEFT JOIN order_payer y ON y.order_line_id = l.id
GROUP BY l.id, l.quantity, l.price_cents, l.budget_id
HAVING payers IS NULL OR payers <> line OR SUM(y.budget_id = l.budget_id) > 1;
