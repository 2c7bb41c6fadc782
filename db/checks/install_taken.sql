-- An open or cancelled ticket is nobody’s, every other is somebody’s; only a waiting ticket waits for something.
SELECT id, no, state, assignee_id, waiting_for FROM ticket
WHERE (state IN ('OPEN', 'CANCELLED')) <> (assignee_id IS NULL) OR (state = 'WAITING') <> (waiting_for IS NOT NULL)
   OR (waiting_for IS NULL) <> (waiting_reason IS NULL) OR (waiting_for IS NULL) <> (waits_at IS NULL);
