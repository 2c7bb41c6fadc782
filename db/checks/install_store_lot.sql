-- What is left of a lot is the sum of what came and went, in amount and in cost.
SELECT l.id FROM store_lot l LEFT JOIN store_move m ON m.lot_id = l.id
GROUP BY l.id, l.left_amount, l.left_cents HAVING l.left_amount <> coalesce(sum(m.amount), 0) OR l.left_cents <> coalesce(sum(m.cents), 0);
