-- What all rules of the field said of an application when a step relied on them; written once. Repeatable from any point.
CREATE TABLE IF NOT EXISTS rule_check (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  application_id BIGINT       NOT NULL,
  step           VARCHAR(20)  NOT NULL COMMENT 'the action of the application that relied on it',
  content        MEDIUMTEXT   NOT NULL COMMENT 'JSON',
  sha256         CHAR(64)     NOT NULL,
  frozen_by      VARCHAR(120) NOT NULL,
  frozen_at      DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT rule_check_application FOREIGN KEY (application_id) REFERENCES application (id),
  INDEX rule_check_of (application_id, id)
);
