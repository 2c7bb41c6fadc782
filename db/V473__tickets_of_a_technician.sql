-- The visits of one technician are found by the tickets that this technician has and that have not ended, and not by the visits of everybody.
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_of_technician (assignee_id, closed_at);
