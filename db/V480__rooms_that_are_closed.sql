-- A room that is no longer used: it is offered nowhere, and what happened in it stays.
ALTER TABLE room ADD COLUMN IF NOT EXISTS closed_on DATE NULL COMMENT 'since when it is not used any more; null while it is';
