-- An access token may be given single rights of its owner. Repeatable.
ALTER TABLE access_token ADD COLUMN IF NOT EXISTS rights VARCHAR(2000) NULL COMMENT 'names of permissions with commas between them; NULL: all of its owner';
