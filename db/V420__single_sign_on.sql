-- Signing in with an identity provider (OpenID Connect) beside passwords.
CREATE TABLE IF NOT EXISTS provider_account (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  user_id     BIGINT       NOT NULL,
  issuer      VARCHAR(300) NOT NULL,
  person_key  VARCHAR(255) NOT NULL COMMENT 'what the provider calls the person, for good',
  person_hash CHAR(64)     NOT NULL COMMENT 'of issuer and key, because their case counts',
  linked_at   DATETIME(6)  NOT NULL,
  seen_at     DATETIME(6)  NULL COMMENT 'last sign-in',
  PRIMARY KEY (id),
  CONSTRAINT provider_account_once UNIQUE (person_hash),
  CONSTRAINT provider_account_user_once UNIQUE (user_id, issuer),
  CONSTRAINT provider_account_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

CREATE TABLE IF NOT EXISTS provider_role (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  user_id      BIGINT      NOT NULL,
  role         VARCHAR(40) NOT NULL,
  authority_id BIGINT      NULL,
  school_id    BIGINT      NULL,
  given_at     DATETIME(6) NOT NULL COMMENT 'a claim gave it, so the claim takes it back',
  PRIMARY KEY (id),
  INDEX provider_role_of (user_id),
  CONSTRAINT provider_role_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT provider_role_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT provider_role_school FOREIGN KEY (school_id) REFERENCES school (id)
);

CREATE TABLE IF NOT EXISTS claim_rule (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  claim        VARCHAR(100) NOT NULL COMMENT 'name of the claim; dots lead into objects',
  value        VARCHAR(200) NOT NULL,
  role         VARCHAR(40)  NOT NULL,
  authority_id BIGINT       NULL,
  school_id    BIGINT       NULL,
  made_by      BIGINT       NOT NULL,
  made_at      DATETIME(6)  NOT NULL,
  place        VARCHAR(45)  AS (CONCAT(IFNULL(authority_id, ''), '/', IFNULL(school_id, ''))) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT claim_rule_once UNIQUE (claim, value, role, place),
  CONSTRAINT claim_rule_one_scope CHECK (authority_id IS NULL OR school_id IS NULL),
  CONSTRAINT claim_rule_maker FOREIGN KEY (made_by) REFERENCES app_user (id),
  CONSTRAINT claim_rule_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT claim_rule_school FOREIGN KEY (school_id) REFERENCES school (id)
);

CREATE TABLE IF NOT EXISTS provider_choice (
  id            BIGINT  NOT NULL COMMENT 'there is one row, 1',
  link_by_mail  BOOLEAN NOT NULL COMMENT 'an account is found by a verified mail address the first time',
  make_accounts BOOLEAN NOT NULL COMMENT 'who has none and gets a role by a claim gets an account',
  PRIMARY KEY (id)
);
