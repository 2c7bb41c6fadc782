-- Rules of a programme come from packs too: what is said of their source, and how one is taken back. Repeatable from any point.
ALTER TABLE programme_rule
  ADD COLUMN IF NOT EXISTS status VARCHAR(20) NULL COMMENT 'what is said of the source: CONFIRMED, PRESS, OTHER_STATE, UNSOURCED',
  ADD COLUMN IF NOT EXISTS withdrawal_reason VARCHAR(1000) NULL COMMENT 'one person wants it withdrawn, a second one agrees',
  ADD COLUMN IF NOT EXISTS withdrawn_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS standing TINYINT AS (CASE WHEN withdrawn_at IS NULL THEN verified END) VIRTUAL COMMENT 'one verified and one unverified value may stand on a day';
ALTER TABLE programme_rule ADD INDEX IF NOT EXISTS rule_by_programme (programme_id, kind, category, valid_from);
ALTER TABLE programme_rule DROP INDEX IF EXISTS rule_once_per_day;
ALTER TABLE programme_rule ADD CONSTRAINT rule_once_per_day UNIQUE (programme_id, kind, category, valid_from, standing);

CREATE TABLE IF NOT EXISTS rule_question (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  programme_id BIGINT        NOT NULL,
  kind         VARCHAR(40)   NOT NULL,
  category     VARCHAR(40)   NOT NULL DEFAULT 'ALL',
  question     VARCHAR(500)  NOT NULL COMMENT 'where the value is to be looked up',
  PRIMARY KEY (id),
  CONSTRAINT rule_question_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT rule_question_once UNIQUE (programme_id, kind, category)
);

CREATE TABLE IF NOT EXISTS rule_pack (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  code         VARCHAR(30)   NOT NULL COMMENT 'of the programme',
  name         VARCHAR(160)  NOT NULL,
  edition      VARCHAR(40)   NOT NULL,
  state        VARCHAR(20)   NOT NULL,
  programme_id BIGINT        NULL COMMENT 'once it is imported',
  file_name    VARCHAR(255)  NOT NULL,
  checksum     CHAR(64)      NOT NULL COMMENT 'SHA-256 of the file',
  content      MEDIUMTEXT    NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT rule_pack_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  INDEX rule_pack_by_code (code)
);
