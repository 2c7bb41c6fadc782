-- Every line of a request and of an order is for a room of its own school.
SELECT 'request_item' AS what, i.id FROM request_item i JOIN request r ON r.id = i.request_id JOIN room m ON m.id = i.room_id
WHERE m.school_id <> r.school_id
UNION ALL
SELECT 'order_line', l.id FROM order_line l JOIN request_item i ON i.id = l.request_item_id JOIN request r ON r.id = i.request_id
WHERE l.school_id <> r.school_id OR l.room_id <> i.room_id OR l.quantity <> i.quantity OR l.budget_id <> i.budget_id;
