-- A run is the sum of its lines, each line is its posting, and a posting is in one run at most that is not withdrawn.
SELECT r.no FROM finance_run r JOIN finance_line l ON l.run_id = r.id JOIN posting p ON p.id = l.posting_id
GROUP BY r.id, r.no, r.items, r.total_cents, r.state
HAVING r.items <> COUNT(*) OR r.total_cents <> SUM(l.amount_cents) OR SUM(l.amount_cents <> p.amount_cents) > 0 OR SUM(p.kind NOT IN ('SPEND', 'CORRECT')) > 0
    OR SUM(l.open_posting_id <> l.posting_id) > 0 OR SUM((l.open_posting_id IS NULL) <> (r.state = 'WITHDRAWN')) > 0
