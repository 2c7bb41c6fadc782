-- Module platform: history of every subject, messages to be delivered, number counters, imports.
CREATE TABLE history (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  subject_type VARCHAR(40)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  action       VARCHAR(60)  NOT NULL COMMENT 'text key, e.g. RequestAction.APPROVE',
  from_state   VARCHAR(60)  NULL,
  to_state     VARCHAR(60)  NULL,
  note         VARCHAR(2000) NULL,
  actor_id     BIGINT       NULL,
  actor_name   VARCHAR(120) NOT NULL,
  at           DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  INDEX history_subject (subject_type, subject_id, id)
);

CREATE TABLE outbox (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(60)  NOT NULL COMMENT 'text key of the message',
  school_id    BIGINT       NOT NULL COMMENT 'the school that is to be told',
  subject_type VARCHAR(40)  NOT NULL,
  subject_id   BIGINT       NOT NULL,
  subject_no   VARCHAR(40)  NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  INDEX outbox_school (school_id, id)
);

CREATE TABLE counter (
  name  VARCHAR(40) NOT NULL,
  year  INT         NOT NULL,
  value BIGINT      NOT NULL,
  PRIMARY KEY (name, year)
);

CREATE TABLE import_job (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(40)  NOT NULL,
  file_name    VARCHAR(255) NOT NULL,
  content      LONGBLOB     NULL COMMENT 'removed when the import has ended',
  settings     TEXT         NULL,
  state        VARCHAR(20)  NOT NULL,
  rows_total   INT          NOT NULL DEFAULT 0,
  rows_done    INT          NOT NULL DEFAULT 0,
  rows_new     INT          NOT NULL DEFAULT 0,
  rows_changed INT          NOT NULL DEFAULT 0,
  rows_same    INT          NOT NULL DEFAULT 0,
  rows_wrong   INT          NOT NULL DEFAULT 0,
  message      VARCHAR(1000) NULL,
  actor_id     BIGINT       NULL,
  actor_name   VARCHAR(120) NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  ended_at     DATETIME(6)  NULL,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id)
);
