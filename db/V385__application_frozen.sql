-- What an application said when it was submitted, with its checksum. Repeatable from any point.
CREATE TABLE IF NOT EXISTS application_submission (
  application_id BIGINT      NOT NULL,
  content        MEDIUMTEXT  NOT NULL COMMENT 'what was handed in, as JSON',
  sha256         CHAR(64)    NOT NULL COMMENT 'of the content',
  frozen_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (application_id),
  CONSTRAINT application_submission_application FOREIGN KEY (application_id) REFERENCES application (id)
);
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('APPLICATION', 'Förderantrag', 'Application', 15);
