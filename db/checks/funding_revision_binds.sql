-- Of the decisions on a position the latest binds; what was sent is as it was sent.
SELECT l.id, r.no FROM revision_line l JOIN revision r ON r.id = l.revision_id JOIN funding_position p ON p.id = l.position_id
WHERE r.bound_no IS NOT NULL AND l.decided_cents <> p.approved_cents
  AND r.bound_no = (SELECT MAX(y.bound_no) FROM revision y JOIN revision_line m ON m.revision_id = y.id WHERE m.position_id = l.position_id)
UNION ALL
SELECT r.id, r.no FROM revision r WHERE r.content IS NOT NULL AND r.sha256 <> SHA2(r.content, 256)
