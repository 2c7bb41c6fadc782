-- A snapshot is the sum of its lines.
SELECT s.id, s.key_on FROM snapshot s LEFT JOIN snapshot_line l ON l.snapshot_id = s.id
GROUP BY s.id, s.key_on, s.allotted_cents, s.reserved_cents, s.committed_cents, s.spent_cents, s.drawn_cents
HAVING s.allotted_cents <> COALESCE(SUM(l.allotted_cents), 0) OR s.reserved_cents <> COALESCE(SUM(l.reserved_cents), 0)
    OR s.committed_cents <> COALESCE(SUM(l.committed_cents), 0) OR s.spent_cents <> COALESCE(SUM(l.spent_cents), 0)
    OR s.drawn_cents <> COALESCE(SUM(l.drawn_cents), 0)
