-- What counts against the ceiling beside an application is what its sent versions ask for on top.
SELECT a.id, a.no, a.pending_cents FROM application a
WHERE a.pending_cents <> COALESCE((SELECT SUM(r.asked_cents) FROM revision r WHERE r.application_id = a.id AND r.state = 'SUBMITTED'), 0)
