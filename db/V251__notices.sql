-- Notices stand for each person; messages to schools become notices of the people who have the school.
CREATE TABLE IF NOT EXISTS notice (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  user_id      BIGINT       NOT NULL,
  kind         VARCHAR(60)  NOT NULL COMMENT 'text key of the sentence',
  topic        VARCHAR(30)  NOT NULL,
  reason       VARCHAR(10)  NOT NULL COMMENT 'why this person is told: ROLE or PERSON',
  subject_type VARCHAR(40)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  subject_no   VARCHAR(40)  NOT NULL,
  school_id    BIGINT       NULL,
  actor_name   VARCHAR(120) NULL,
  told_at      DATETIME(6)  NOT NULL,
  read_at      DATETIME(6)  NULL,
  PRIMARY KEY (id),
  INDEX notice_unread (user_id, read_at, id),
  INDEX notice_newest (user_id, id),
  INDEX notice_age (told_at),
  CONSTRAINT notice_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT notice_school FOREIGN KEY (school_id) REFERENCES school (id)
);

CREATE TABLE IF NOT EXISTS notice_choice (
  id      BIGINT      NOT NULL AUTO_INCREMENT,
  user_id BIGINT      NOT NULL,
  topic   VARCHAR(30) NOT NULL,
  way     VARCHAR(10) NOT NULL COMMENT 'INBOX or NONE',
  PRIMARY KEY (id),
  CONSTRAINT notice_choice_once UNIQUE (user_id, topic),
  CONSTRAINT notice_choice_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);

-- there again when this is repeated after the last line
CREATE TABLE IF NOT EXISTS outbox (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(60)  NOT NULL,
  school_id    BIGINT       NOT NULL,
  subject_type VARCHAR(40)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  subject_no   VARCHAR(40)  NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO notice (user_id, kind, topic, reason, subject_type, subject_id, subject_no, school_id, told_at, read_at)
  SELECT r.user_id, o.kind, IF(o.subject_type = 'Ticket', 'tickets', IF(o.subject_type = 'Budget', 'budgets', 'requests')), 'ROLE',
    o.subject_type, o.subject_id, o.subject_no, o.school_id, o.created_at, o.created_at
  FROM outbox o JOIN role_assignment r ON r.role = 'SCHOOL_ADMIN' AND r.school_id = o.school_id
  WHERE o.created_at > UTC_TIMESTAMP() - INTERVAL 90 DAY AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.kind = o.kind AND n.told_at = o.created_at
    AND n.subject_id = o.subject_id)
  ORDER BY o.id;

DROP TABLE IF EXISTS outbox;
