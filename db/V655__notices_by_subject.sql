-- How many notices of a person are about one subject is counted without reading all of theirs. Repeatable.
ALTER TABLE notice ADD INDEX IF NOT EXISTS notice_about (user_id, subject_type, subject_id, read_at);
