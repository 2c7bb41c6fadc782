-- Room install.planning: when nobody comes to a school, and within which hours somebody is there who opens. Can be repeated.
CREATE TABLE IF NOT EXISTS site_block (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  school_id BIGINT      NOT NULL,
  kind      VARCHAR(20) NOT NULL COMMENT 'EXAM or CLOSED',
  from_on   DATE        NOT NULL,
  to_on     DATE        NOT NULL COMMENT 'the last day',
  PRIMARY KEY (id),
  CONSTRAINT site_block_once UNIQUE (school_id, kind, from_on),
  CONSTRAINT site_block_days CHECK (from_on <= to_on),
  CONSTRAINT site_block_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS site_hours (
  id        BIGINT NOT NULL AUTO_INCREMENT,
  school_id BIGINT NOT NULL,
  opens     TIME   NOT NULL,
  closes    TIME   NOT NULL,
  version   INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT site_hours_once UNIQUE (school_id),
  CONSTRAINT site_hours_order CHECK (opens < closes),
  CONSTRAINT site_hours_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;
