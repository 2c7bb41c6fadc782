-- The calendar of a person, read by whoever has its address.
CREATE TABLE IF NOT EXISTS calendar_feed (
  id      BIGINT       NOT NULL AUTO_INCREMENT,
  user_id BIGINT       NOT NULL,
  hash    CHAR(64)     NOT NULL COMMENT 'SHA-256 of the secret in the address',
  kinds   VARCHAR(420) NOT NULL COMMENT 'what stands in it, with commas between',
  made_at DATETIME(6)  NOT NULL,
  used_at DATETIME(6)  NULL COMMENT 'read last, to the hour',
  PRIMARY KEY (id),
  CONSTRAINT calendar_feed_user_once UNIQUE (user_id),
  CONSTRAINT calendar_feed_once UNIQUE (hash),
  CONSTRAINT calendar_feed_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);
