-- Offers of one article of a supplier follow each other, and the one that has begun last stands in the catalogue, unless the next begins today.
SELECT a.id, a.item_id, b.id AS other FROM offer_period a JOIN offer_period b ON b.item_id = a.item_id AND b.from_on > a.from_on
WHERE a.to_on IS NULL OR a.to_on >= b.from_on
UNION ALL
SELECT i.id, p.item_id, p.id FROM catalogue_item i JOIN offer_period p ON p.item_id = i.id AND p.from_on = i.valid_from
WHERE p.price_cents <> i.price_cents OR p.vat_bp <> i.vat_bp OR NOT (p.to_on <=> i.valid_to);
