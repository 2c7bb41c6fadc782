-- The parts of a device's payers are its price, to the cent; the budget under whose rules it stands is one of them.
SELECT d.id, d.inventory_no, d.price_cents, SUM(y.amount_cents) AS payers
FROM device d LEFT JOIN device_payer y ON y.device_id = d.id
WHERE d.budget_id IS NOT NULL GROUP BY d.id, d.inventory_no, d.price_cents, d.budget_id
HAVING payers IS NULL OR payers <> d.price_cents OR SUM(y.budget_id = d.budget_id) <> 1;
