-- Module identity: who may do what, and where.
CREATE TABLE app_user (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  login         VARCHAR(80)  NOT NULL,
  name          VARCHAR(120) NOT NULL,
  email         VARCHAR(200) NULL,
  password_hash VARCHAR(300) NOT NULL,
  active        BOOLEAN      NOT NULL DEFAULT TRUE,
  failed_logins INT          NOT NULL DEFAULT 0,
  locked_until  DATETIME(6)  NULL,
  created_at    DATETIME(6)  NOT NULL,
  version       INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT user_login_once UNIQUE (login)
);

CREATE TABLE role_assignment (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  user_id      BIGINT      NOT NULL,
  role         VARCHAR(40) NOT NULL,
  authority_id BIGINT      NULL COMMENT 'all schools of this authority',
  school_id    BIGINT      NULL COMMENT 'this school only; both null: everywhere',
  PRIMARY KEY (id),
  CONSTRAINT role_assignment_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT role_assignment_one_scope CHECK (authority_id IS NULL OR school_id IS NULL)
);

CREATE TABLE access_token (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  user_id    BIGINT       NOT NULL,
  label      VARCHAR(120) NOT NULL,
  hash       CHAR(64)     NOT NULL COMMENT 'SHA-256 of the token, hexadecimal; the token itself is not kept',
  created_at DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  revoked_at DATETIME(6)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT access_token_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT token_hash_once UNIQUE (hash)
);
