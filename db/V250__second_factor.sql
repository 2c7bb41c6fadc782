-- A second factor per account: a time-based code (RFC 6238), recovery codes, and the roles of which it is demanded.
CREATE TABLE IF NOT EXISTS second_factor (
  user_id      BIGINT         NOT NULL,
  secret       VARBINARY(100) NOT NULL COMMENT 'sealed with the key of the installation',
  made_at      DATETIME(6)    NOT NULL,
  confirmed_at DATETIME(6)    NULL COMMENT 'null until a first code was right; until then it is not asked for',
  last_step    BIGINT         NOT NULL DEFAULT 0 COMMENT 'of the last code that was right: each is good once',
  failures     INT            NOT NULL DEFAULT 0 COMMENT 'wrong codes since the last right one',
  PRIMARY KEY (user_id),
  CONSTRAINT second_factor_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

CREATE TABLE IF NOT EXISTS recovery_code (
  id      BIGINT      NOT NULL AUTO_INCREMENT,
  user_id BIGINT      NOT NULL,
  hash    CHAR(64)    NOT NULL COMMENT 'SHA-256 of 50 random bits and the account',
  used_at DATETIME(6) NULL,
  PRIMARY KEY (id),
  CONSTRAINT recovery_code_once UNIQUE (user_id, hash),
  CONSTRAINT recovery_code_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

CREATE TABLE IF NOT EXISTS factor_demand (
  role     VARCHAR(40) NOT NULL COMMENT 'who has this role signs in with a second factor',
  since_at DATETIME(6) NOT NULL,
  PRIMARY KEY (role)
);
