-- Who is ill cannot name a deputy: an administrator does, and then never confirms it as the second person.
ALTER TABLE deputy ADD COLUMN IF NOT EXISTS named_by BIGINT NULL COMMENT 'the administrator who named it for somebody who is away, null if the person did' AFTER named_at,
  ADD CONSTRAINT deputy_namer FOREIGN KEY IF NOT EXISTS (named_by) REFERENCES app_user (id);
