-- Which deadline was kept, by whom and when: deadlines themselves follow from rules and decisions and are stored nowhere. Repeatable.
CREATE TABLE IF NOT EXISTS deadline_kept (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  kind         VARCHAR(20)   NOT NULL,
  subject_id   BIGINT        NOT NULL COMMENT 'application, annex, drawdown or programme, by kind',
  due_on       DATE          NOT NULL,
  authority_id BIGINT        NOT NULL,
  note         VARCHAR(1000) NULL,
  actor        VARCHAR(120)  NOT NULL,
  at           DATETIME(6)   NOT NULL,
  live         TINYINT       NULL DEFAULT 1 COMMENT 'null once somebody has opened it again',
  PRIMARY KEY (id),
  CONSTRAINT deadline_kept_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT deadline_kept_once UNIQUE (kind, subject_id, due_on, authority_id, live)
);
