-- A run of depreciation is the sum of its lines, its entries are these sums, what it has taken from its statement is what stands there, and one year follows the other.
SELECT b.no, 'lines' AS why FROM asset_booking b JOIN asset_booking_line l ON l.booking_id = b.id
GROUP BY b.id, b.no, b.devices, b.opening_cents, b.addition_cents, b.correction_cents, b.depreciation_cents, b.disposal_cents, b.closing_cents,
    b.item_opening_cents, b.item_addition_cents, b.item_correction_cents, b.item_release_cents, b.item_disposal_cents, b.item_closing_cents
HAVING b.devices <> COUNT(*) OR b.opening_cents <> SUM(l.opening_cents) OR b.addition_cents <> SUM(l.addition_cents) OR b.correction_cents <> SUM(l.correction_cents)
    OR b.depreciation_cents <> SUM(l.depreciation_cents) OR b.disposal_cents <> SUM(l.disposal_cents) OR b.closing_cents <> SUM(l.closing_cents)
    OR b.item_opening_cents <> SUM(l.item_opening_cents) OR b.item_addition_cents <> SUM(l.item_addition_cents)
    OR b.item_correction_cents <> SUM(l.item_correction_cents) OR b.item_release_cents <> SUM(l.item_release_cents)
    OR b.item_disposal_cents <> SUM(l.item_disposal_cents) OR b.item_closing_cents <> SUM(l.item_closing_cents)
UNION ALL
SELECT b.no, 'entries' FROM asset_booking b
WHERE b.depreciation_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'DEPRECIATION')
   OR b.disposal_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'DISPOSAL')
   OR b.correction_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'CORRECTION')
   OR b.item_release_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'RELEASE')
   OR b.item_disposal_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'ITEM_DISPOSAL')
   OR b.item_correction_cents <> (SELECT COALESCE(SUM(e.amount_cents), 0) FROM asset_entry e WHERE e.booking_id = b.id AND e.movement = 'ITEM_CORRECTION')
UNION ALL
SELECT b.no, 'statement' FROM asset_booking b JOIN asset_run a ON a.id = b.statement_id
WHERE a.year <> b.year OR a.authority_id <> b.authority_id OR a.depreciation_cents <> b.depreciation_cents OR a.closing_cents <> b.closing_cents
   OR a.item_closing_cents <> b.item_closing_cents
UNION ALL
SELECT b.no, 'year before' FROM asset_booking b LEFT JOIN asset_booking p ON p.authority_id = b.authority_id AND p.open_year = b.year - 1
WHERE b.state = 'BOOKED' AND (b.open_year IS NULL OR b.open_year <> b.year OR b.takes_over <> (p.id IS NULL) OR p.closing_cents <> b.opening_cents OR p.item_closing_cents <> b.item_opening_cents)
UNION ALL
SELECT b.no, 'taken back' FROM asset_booking b
WHERE b.state = 'REVERSED' AND (b.open_year IS NOT NULL OR NOT EXISTS (SELECT 1 FROM asset_booking_file f WHERE f.booking_id = b.id AND f.counter))
UNION ALL
SELECT b.no, 'file' FROM asset_booking b WHERE NOT EXISTS (SELECT 1 FROM asset_booking_file f WHERE f.booking_id = b.id AND NOT f.counter);
