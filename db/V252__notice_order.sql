-- Notices stand in the order of what happened; what asked for something is found by its subject when that was done.
ALTER TABLE notice ADD INDEX IF NOT EXISTS notice_told (user_id, told_at, id), ADD INDEX IF NOT EXISTS notice_subject (subject_type, subject_id, read_at);
ALTER TABLE notice DROP INDEX IF EXISTS notice_newest;
