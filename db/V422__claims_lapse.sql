-- What an identity provider says holds for a time that administrators choose, and a session that began there ends there, too. Repeatable
-- from any point.
ALTER TABLE provider_choice ADD COLUMN IF NOT EXISTS claims_hours INT NOT NULL DEFAULT 12 COMMENT 'so long holds what the provider has said';
ALTER TABLE provider_choice DROP CONSTRAINT IF EXISTS provider_choice_hours;
ALTER TABLE provider_choice ADD CONSTRAINT provider_choice_hours CHECK (claims_hours BETWEEN 1 AND 8760);

ALTER TABLE role_assignment ADD COLUMN IF NOT EXISTS lapses_at DATETIME(6) NULL COMMENT 'a claim gave it: it rests from then until the claim is read again';
UPDATE role_assignment r JOIN provider_role p ON p.user_id = r.user_id AND p.role = r.role AND p.authority_id <=> r.authority_id AND p.school_id <=> r.school_id
  JOIN provider_account a ON a.user_id = r.user_id
  SET r.lapses_at = COALESCE(a.seen_at, a.linked_at) + INTERVAL 12 HOUR WHERE p.given AND r.lapses_at IS NULL;

ALTER TABLE login_session ADD COLUMN IF NOT EXISTS provider_person CHAR(64) NULL COMMENT 'began at the provider: hash of issuer and person there';
ALTER TABLE login_session ADD COLUMN IF NOT EXISTS provider_session CHAR(64) NULL COMMENT 'hash of issuer and session there; null where it names none';
ALTER TABLE login_session ADD INDEX IF NOT EXISTS login_session_person (provider_person);
ALTER TABLE login_session ADD INDEX IF NOT EXISTS login_session_there (provider_session);

CREATE TABLE IF NOT EXISTS logout_token (
  token_hash CHAR(64)    NOT NULL COMMENT 'of issuer and id of a logout token: each is taken once',
  until_at   DATETIME(6) NOT NULL COMMENT 'later it is too old to be taken anyway',
  PRIMARY KEY (token_hash),
  INDEX logout_token_until (until_at)
);
