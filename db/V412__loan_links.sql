-- Personal links with which who has borrowed something reads and signs the contract and says what has happened, without an account. Can be repeated.
CREATE TABLE IF NOT EXISTS loan_link (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  school_id   BIGINT       NOT NULL,
  sheet_id    BIGINT       NOT NULL,
  secret_hash CHAR(64)     NOT NULL COMMENT 'SHA-256 of the secret in the address',
  code_hash   CHAR(64)     NOT NULL COMMENT 'SHA-256 of secret and code',
  wrong_tries INT          NOT NULL DEFAULT 0,
  made_at     DATETIME(6)  NOT NULL,
  made_by     VARCHAR(120) NOT NULL,
  expires_on  DATE         NOT NULL COMMENT 'last day',
  ended_at    DATETIME(6)  NULL,
  is_open     TINYINT AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT loan_link_secret_once UNIQUE (secret_hash),
  CONSTRAINT loan_link_once UNIQUE (sheet_id, is_open),
  CONSTRAINT loan_link_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_link_sheet FOREIGN KEY (sheet_id) REFERENCES loan_sheet (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_reply (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  school_id BIGINT        NOT NULL,
  link_id   BIGINT        NOT NULL,
  loan_id   BIGINT        NOT NULL,
  kind      VARCHAR(20)   NOT NULL COMMENT 'DAMAGE, LOSS, RETURN, OTHER',
  words     VARCHAR(1000) NULL COMMENT 'erased with the loan',
  came_at   DATETIME(6)   NOT NULL,
  seen_at   DATETIME(6)   NULL,
  seen_by   VARCHAR(120)  NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_reply_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_reply_link FOREIGN KEY (link_id) REFERENCES loan_link (id),
  CONSTRAINT loan_reply_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  INDEX loan_reply_unseen (seen_at, school_id)
) COLLATE utf8mb4_uca1400_as_ci;
