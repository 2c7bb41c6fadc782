-- An access token may be held to reading, and to one authority or one school. Repeatable.
ALTER TABLE access_token
  ADD COLUMN IF NOT EXISTS reads_only BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it reads and changes nothing',
  ADD COLUMN IF NOT EXISTS authority_id BIGINT NULL COMMENT 'it sees and does things of this authority only',
  ADD COLUMN IF NOT EXISTS school_id BIGINT NULL COMMENT 'it sees and does things of this school only';
ALTER TABLE access_token DROP FOREIGN KEY IF EXISTS access_token_authority;
ALTER TABLE access_token ADD CONSTRAINT access_token_authority FOREIGN KEY (authority_id) REFERENCES authority (id);
ALTER TABLE access_token DROP FOREIGN KEY IF EXISTS access_token_school;
ALTER TABLE access_token ADD CONSTRAINT access_token_school FOREIGN KEY (school_id) REFERENCES school (id);
ALTER TABLE access_token DROP CONSTRAINT IF EXISTS access_token_one_place;
ALTER TABLE access_token ADD CONSTRAINT access_token_one_place CHECK (authority_id IS NULL OR school_id IS NULL);
