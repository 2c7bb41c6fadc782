-- A device is missing or stolen exactly while it is lost.
SELECT id, inventory_no, state, loss FROM device WHERE (state = 'LOST') <> (loss IS NOT NULL);
