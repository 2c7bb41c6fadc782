-- When somebody left, and when the person's data were replaced.
ALTER TABLE app_user
  ADD COLUMN IF NOT EXISTS left_at DATETIME(6) NULL COMMENT 'deactivated; null while active',
  ADD COLUMN IF NOT EXISTS forgotten_at DATETIME(6) NULL COMMENT 'name, login and mail address were replaced by a number';

UPDATE app_user u SET u.left_at = COALESCE((SELECT MAX(e.at) FROM security_event e WHERE e.user_id = u.id AND e.kind = 'ACCOUNT_DEACTIVATED'), u.created_at)
  WHERE u.active = FALSE AND u.left_at IS NULL;
