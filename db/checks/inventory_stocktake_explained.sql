-- A stock-taking is closed only when each difference is explained.
SELECT t.id, t.no, i.id AS item FROM stocktake t JOIN stocktake_item i ON i.stocktake_id = t.id
WHERE t.state = 'CLOSED' AND i.explained IS NULL AND NOT (i.lent AND i.found_at IS NULL)
  AND (i.found_at IS NULL OR NOT i.expected OR NOT i.moved AND NOT (i.found_room_id IS NULL OR i.expected_room_id <=> i.found_room_id));
