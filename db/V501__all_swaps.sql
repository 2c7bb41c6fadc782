-- Swaps made at loans and at orders stand in the list of swaps, too: kind LOAN and ORDER. Can be repeated.
ALTER TABLE device_swap MODIFY COLUMN kind VARCHAR(20) NOT NULL COMMENT 'SPARE, SUPPLIER; LOAN and ORDER are put right at their loan and order';
INSERT INTO device_swap (school_id, kind, old_id, new_id, old_state, new_state, new_served, reason, swapped_at, swapped_by)
SELECT n.school_id, 'LOAN', o.device_id, n.device_id, 'IN_STOCK', 'IN_STOCK', 0, CONCAT(o.no, ' → ', n.no), n.lent_at, n.lent_by
FROM loan n JOIN loan o ON o.id = n.after_id
WHERE o.device_id <> n.device_id
  AND NOT EXISTS (SELECT 1 FROM device_swap w WHERE w.kind = 'LOAN' AND w.old_id = o.device_id AND w.new_id = n.device_id AND w.reason = CONCAT(o.no, ' → ', n.no))
ORDER BY n.id;
INSERT INTO device_swap (school_id, kind, old_id, new_id, old_state, new_state, new_served, reason, swapped_at, swapped_by)
SELECT n.school_id, 'ORDER', o.id, n.id, o.state, 'IN_STOCK', 0, o.order_no, TIMESTAMP(n.delivered_on), '–'
FROM device n JOIN device o ON o.id = n.replaces_id
WHERE o.order_no IS NOT NULL AND NOT EXISTS (SELECT 1 FROM device_swap w WHERE w.old_id = o.id AND w.new_id = n.id)
ORDER BY n.id;
