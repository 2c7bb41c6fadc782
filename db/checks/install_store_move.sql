-- What moved was paid by who has paid its lot.
SELECT m.id FROM store_move m JOIN store_lot l ON l.id = m.lot_id WHERE NOT m.budget_id <=> l.budget_id;
