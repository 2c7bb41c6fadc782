-- A password is set by its owner over a link that is good once and for an hour; nobody else chooses one.
ALTER TABLE app_user MODIFY password_hash VARCHAR(300) NULL COMMENT 'null until its owner has set a password';

CREATE TABLE IF NOT EXISTS password_link (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  user_id    BIGINT      NOT NULL,
  hash       CHAR(64)    NOT NULL COMMENT 'SHA-256 of the secret in the link, hexadecimal; the link itself is not kept',
  epoch      INT         NOT NULL COMMENT 'of the account when it was made: a link of an older one is void',
  made_at    DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  shown_to   BIGINT      NULL COMMENT 'the administrator who has seen it because no letter could be sent',
  PRIMARY KEY (id),
  INDEX password_link_owner (user_id, made_at),
  CONSTRAINT password_link_once UNIQUE (hash),
  CONSTRAINT password_link_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT password_link_shown FOREIGN KEY (shown_to) REFERENCES app_user (id)
);

CREATE TABLE IF NOT EXISTS password_wish (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  name      VARCHAR(200) NOT NULL COMMENT 'login or mail address as it was typed; gone as soon as it is answered',
  address   VARCHAR(45)  NULL,
  wished_at DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
);

ALTER TABLE mail ADD COLUMN IF NOT EXISTS good_until_at DATETIME(6) NULL COMMENT 'a secret is in it: not sent later than this, and its words go as soon as it is sent';
