-- Accounts: an epoch ends sessions and tokens, sessions are rows, a role is given once, a log of what concerns security.
ALTER TABLE app_user
  ADD COLUMN IF NOT EXISTS epoch INT NOT NULL DEFAULT 0 COMMENT 'raised by whatever ends sessions and tokens; those of an older one are void',
  ADD COLUMN IF NOT EXISTS must_change_password BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'somebody else chose the password',
  ADD COLUMN IF NOT EXISTS password_changed_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS language VARCHAR(2) NULL,
  ADD COLUMN IF NOT EXISTS theme VARCHAR(6) NULL,
  DROP COLUMN IF EXISTS failed_logins,
  DROP COLUMN IF EXISTS locked_until;

ALTER TABLE access_token
  ADD COLUMN IF NOT EXISTS epoch INT NOT NULL DEFAULT 0 COMMENT 'of the owner when it was made',
  ADD COLUMN IF NOT EXISTS last_used_at DATETIME(6) NULL COMMENT 'written once a minute at most',
  ADD INDEX IF NOT EXISTS access_token_owner (user_id, id);

-- who is deactivated stays out even when activated again: what was made before is void
UPDATE app_user SET epoch = 1 WHERE active = FALSE AND epoch = 0;

DELETE again FROM role_assignment again JOIN role_assignment first ON first.user_id = again.user_id AND first.role = again.role
  AND first.authority_id <=> again.authority_id AND first.school_id <=> again.school_id AND first.id < again.id;

-- NULL is unlike NULL in a unique key, so the place is one word: empty for everywhere
ALTER TABLE role_assignment
  ADD COLUMN IF NOT EXISTS place VARCHAR(45) AS (CONCAT(IFNULL(authority_id, ''), '/', IFNULL(school_id, ''))) PERSISTENT,
  ADD UNIQUE INDEX IF NOT EXISTS role_assignment_once (user_id, role, place);

CREATE TABLE IF NOT EXISTS login_session (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  user_id    BIGINT       NOT NULL,
  epoch      INT          NOT NULL COMMENT 'of the user when it began',
  address    VARCHAR(45)  NOT NULL,
  agent      VARCHAR(200) NULL COMMENT 'the browser, as it names itself',
  started_at DATETIME(6)  NOT NULL,
  seen_at    DATETIME(6)  NOT NULL COMMENT 'written every few minutes',
  expires_at DATETIME(6)  NOT NULL COMMENT 'whatever is done in it',
  ended_at   DATETIME(6)  NULL,
  PRIMARY KEY (id),
  INDEX login_session_owner (user_id, id),
  CONSTRAINT login_session_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

CREATE TABLE IF NOT EXISTS security_event (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  at         DATETIME(6)  NOT NULL,
  kind       VARCHAR(40)  NOT NULL,
  user_id    BIGINT       NULL COMMENT 'whose account; no foreign key: lines stay',
  login      VARCHAR(100) NULL COMMENT 'as it was typed, without control characters',
  address    VARCHAR(45)  NULL,
  actor_id   BIGINT       NULL,
  actor_name VARCHAR(120) NULL,
  detail     VARCHAR(300) NULL,
  PRIMARY KEY (id),
  INDEX security_event_user (user_id, kind, address, id)
);
