-- The special item of a line is opened, released, taken out and carried on without a gap, and is never more than the thing’s value.
SELECT l.id, l.inventory_no FROM asset_line l JOIN asset_run r ON r.id = l.run_id
WHERE l.item_opening_cents + IF(YEAR(l.acquired_on) = r.year, l.grant_cents, 0) - l.item_release_cents - l.item_disposal_cents <> l.item_closing_cents
   OR l.item_closing_cents > l.closing_cents OR l.grant_cents > l.cost_cents;
