-- Room install.trip: how one gets into a school: keys and hours, by function and never by name.
CREATE TABLE IF NOT EXISTS school_access (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  school_id BIGINT       NOT NULL,
  key_words VARCHAR(500) NULL COMMENT 'where keys are, who opens',
  hours     VARCHAR(200) NULL COMMENT 'when somebody is there',
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT school_access_once UNIQUE (school_id),
  CONSTRAINT school_access_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;
