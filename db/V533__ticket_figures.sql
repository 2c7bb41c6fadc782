-- Room install.figures: what ended in a week is found by when it ended.
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_closed (closed_at, id);
