-- From where people sign in, so that a sign-in from somewhere new can be told to them; only a hash of it is kept.
CREATE TABLE IF NOT EXISTS known_place (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  user_id  BIGINT      NOT NULL,
  hash     CHAR(64)    NOT NULL COMMENT 'SHA-256 of account, browser without its version, and network',
  first_at DATETIME(6) NOT NULL,
  seen_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  INDEX known_place_age (seen_at),
  CONSTRAINT known_place_once UNIQUE (user_id, hash),
  CONSTRAINT known_place_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);
