-- A stock-taking that is closed says of each device where it is: nothing of it is still disputed.
SELECT t.id AS stocktake_id, i.id AS item_id
FROM stocktake t JOIN stocktake_item i ON i.stocktake_id = t.id
WHERE t.state = 'CLOSED' AND i.disputed
