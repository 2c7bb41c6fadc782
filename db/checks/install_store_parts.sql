-- What went out of a lot into other stores came into them, in amount and in cost, and stands there as it came.
SELECT l.id FROM store_lot l
LEFT JOIN (SELECT m.lot_id, sum(m.amount) AS amount, sum(m.cents) AS cents FROM store_move m WHERE m.kind = 'MOVED' AND m.amount < 0 GROUP BY m.lot_id) o ON o.lot_id = l.id
LEFT JOIN (SELECT p.from_lot_id, sum(p.amount) AS amount, sum(p.cost_cents) AS cents FROM store_lot p WHERE p.from_lot_id IS NOT NULL GROUP BY p.from_lot_id) p ON p.from_lot_id = l.id
WHERE coalesce(o.amount, 0) <> -coalesce(p.amount, 0) OR coalesce(o.cents, 0) <> -coalesce(p.cents, 0);
