-- Rolls of tags that were printed before anybody knew on which device they would be. Can be repeated.
CREATE TABLE IF NOT EXISTS tag_roll (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  no           VARCHAR(30)  NOT NULL,
  authority_id BIGINT       NOT NULL,
  tags         INT          NOT NULL,
  first_key    VARCHAR(30)  NOT NULL COMMENT 'of its first tag, as numbers are compared',
  last_key     VARCHAR(30)  NOT NULL,
  words        VARCHAR(120) NULL COMMENT 'what it is for',
  state        VARCHAR(20)  NOT NULL,
  made_at      DATETIME(6)  NOT NULL,
  made_by      VARCHAR(120) NOT NULL,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT tag_roll_no_once UNIQUE (no),
  CONSTRAINT tag_roll_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT tag_roll_tags CHECK (tags BETWEEN 1 AND 9999)
);
