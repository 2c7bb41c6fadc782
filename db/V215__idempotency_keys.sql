-- Keys under which programs send commands: a command that is sent twice is carried out once and answered the same.
CREATE TABLE IF NOT EXISTS idempotency_key (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  user_id    BIGINT       NOT NULL,
  key_hash   CHAR(64)     NOT NULL COMMENT 'SHA-256 of the key: keys differ by the case of a letter',
  print      CHAR(64)     NOT NULL COMMENT 'SHA-256 of method, address and body',
  sent_at    DATETIME(6)  NOT NULL,
  status     INT          NULL COMMENT 'of the answer; null until there is one',
  media_type VARCHAR(100) NULL,
  location   VARCHAR(300) NULL,
  body       MEDIUMBLOB   NULL,
  PRIMARY KEY (id),
  INDEX idempotency_key_age (sent_at),
  CONSTRAINT idempotency_key_once UNIQUE (user_id, key_hash),
  CONSTRAINT idempotency_key_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);
