-- The columns of a file are assigned once: the next file of the same header is read as the last one that was imported.
ALTER TABLE import_job ADD COLUMN IF NOT EXISTS header_key CHAR(64) NULL COMMENT 'SHA-256 of the names of the columns; null: the file has none';
ALTER TABLE import_job ADD INDEX IF NOT EXISTS import_job_header (kind, header_key, id);
