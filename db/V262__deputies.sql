-- Somebody acts for somebody else for some days.
CREATE TABLE IF NOT EXISTS deputy (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  user_id      BIGINT       NOT NULL COMMENT 'for whom',
  deputy_id    BIGINT       NOT NULL COMMENT 'who acts',
  from_on      DATE         NOT NULL,
  to_on        DATE         NOT NULL COMMENT 'the last day',
  note         VARCHAR(300) NULL,
  waits        BOOLEAN      NOT NULL COMMENT 'for a second person: until then what moves money is left out',
  named_at     DATETIME(6)  NOT NULL,
  confirmed_by BIGINT       NULL,
  confirmed_at DATETIME(6)  NULL,
  ended_by     BIGINT       NULL,
  ended_at     DATETIME(6)  NULL COMMENT 'before its last day was over',
  PRIMARY KEY (id),
  INDEX deputy_of (user_id, id),
  INDEX deputy_acts (deputy_id, to_on),
  INDEX deputy_waits (waits, ended_at),
  CONSTRAINT deputy_period CHECK (to_on >= from_on),
  CONSTRAINT deputy_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT deputy_person FOREIGN KEY (deputy_id) REFERENCES app_user (id),
  CONSTRAINT deputy_confirmer FOREIGN KEY (confirmed_by) REFERENCES app_user (id),
  CONSTRAINT deputy_ender FOREIGN KEY (ended_by) REFERENCES app_user (id)
);
