-- Swaps made at loans and orders that were put right there are undone in the list of swaps, too. Can be repeated from any point.
UPDATE device_swap w
JOIN (SELECT w2.id AS swap_id, o.no AS no, MIN(h.id) AS line_id FROM device_swap w2
      JOIN loan n ON n.device_id = w2.new_id JOIN loan o ON o.id = n.after_id AND o.device_id = w2.old_id AND w2.reason = CONCAT(o.no, ' → ', n.no)
      JOIN history h ON h.subject_type = 'Loan' AND h.subject_id = o.id AND h.action = 'LoanAction.REOPEN' AND h.at >= w2.swapped_at
      WHERE w2.kind = 'LOAN' AND w2.undone_at IS NULL GROUP BY w2.id, o.no) r ON r.swap_id = w.id
JOIN history h ON h.id = r.line_id
SET w.undone_at = h.at, w.undone_by = h.actor_name, w.undone_why = r.no;
UPDATE device_swap w JOIN goods_back b ON b.device_id = w.new_id AND b.kind = 'NEVER_CAME'
SET w.undone_at = b.at, w.undone_by = b.actor, w.undone_why = b.reason
WHERE w.kind = 'ORDER' AND w.undone_at IS NULL;
