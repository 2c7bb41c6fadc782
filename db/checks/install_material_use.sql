-- What a ticket used is what left the stores for it; nothing if it was taken back.
SELECT u.id FROM material_use u LEFT JOIN store_move m ON m.use_id = u.id
GROUP BY u.id, u.amount, u.cents, u.taken_back
HAVING -coalesce(sum(m.amount), 0) <> if(u.taken_back, 0, u.amount) OR -coalesce(sum(m.cents), 0) <> if(u.taken_back, 0, u.cents);
