-- Whom to ask at a school, and the concepts on which an application relies, version by version. Repeatable from any point.
CREATE TABLE IF NOT EXISTS school_contact (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  school_id BIGINT       NOT NULL,
  task      VARCHAR(20)  NOT NULL,
  name      VARCHAR(160) NOT NULL,
  phone     VARCHAR(60)  NULL,
  mail      VARCHAR(200) NULL,
  ended_on  DATE         NULL COMMENT 'deleted a year after the end of the school year of this day',
  version   INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  INDEX school_contact_of (school_id, id),
  INDEX school_contact_ended (ended_on),
  CONSTRAINT school_contact_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT school_contact_reachable CHECK (phone IS NOT NULL OR mail IS NOT NULL)
);
CREATE TABLE IF NOT EXISTS school_concept (
  id                  BIGINT       NOT NULL AUTO_INCREMENT,
  school_id           BIGINT       NOT NULL,
  kind                VARCHAR(10)  NOT NULL COMMENT 'MEDIA; SUPPORT: operation, maintenance and support, signed by both sides',
  edition             INT          NOT NULL,
  title               VARCHAR(200) NOT NULL,
  resolved_on         DATE         NOT NULL COMMENT 'by the school',
  valid_from          DATE         NOT NULL,
  approver            VARCHAR(160) NULL COMMENT 'an office',
  approved_on         DATE         NULL,
  school_signed_on    DATE         NULL,
  authority_signed_on DATE         NULL,
  withdrawn_on        DATE         NULL COMMENT 'it does not count',
  recorded_by         VARCHAR(120) NOT NULL,
  recorded_at         DATETIME(6)  NOT NULL,
  version             INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  CONSTRAINT school_concept_once UNIQUE (school_id, kind, edition),
  CONSTRAINT school_concept_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT school_concept_approved CHECK ((approver IS NULL) = (approved_on IS NULL)),
  CONSTRAINT school_concept_signed CHECK (kind = 'SUPPORT' OR school_signed_on IS NULL AND authority_signed_on IS NULL)
);
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('CONCEPT', 'Konzept der Schule', 'Concept of the school', 16);
