-- Versions of an application after the first: what changes per position and why, how it was answered and decided; the terms that a decision
-- names, with their version. Repeatable from any point.
ALTER TABLE application ADD COLUMN IF NOT EXISTS terms VARCHAR(80) NULL COMMENT 'ancillary terms that the decision names';
ALTER TABLE application ADD COLUMN IF NOT EXISTS terms_version VARCHAR(40) NULL COMMENT 'which of their versions';
ALTER TABLE application ADD COLUMN IF NOT EXISTS pending_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what sent supplements ask for on top';
ALTER TABLE application DROP CONSTRAINT IF EXISTS application_pending;
ALTER TABLE application ADD CONSTRAINT application_pending CHECK (pending_cents >= 0);

CREATE TABLE IF NOT EXISTS revision (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  no             VARCHAR(20)   NOT NULL,
  application_id BIGINT        NOT NULL,
  authority_id   BIGINT        NOT NULL,
  kind           VARCHAR(20)   NOT NULL,
  state          VARCHAR(20)   NOT NULL,
  edition        INT           NULL COMMENT 'number of the version of the application; null while it is a draft; 1 is the application itself',
  bound_no       INT           NULL COMMENT 'in which order it bound; null unless it binds',
  reason         VARCHAR(2000) NOT NULL,
  asked_to_on    DATE          NULL COMMENT 'last day of the approval period that is asked for; null: as it is',
  created_at     DATETIME(6)   NOT NULL,
  submitted_on   DATE          NULL,
  asked_cents    BIGINT        NOT NULL DEFAULT 0 COMMENT 'what it asked for on top when it was sent',
  content        LONGTEXT      NULL COMMENT 'what was sent',
  sha256         CHAR(64)      NULL,
  reference      VARCHAR(80)   NULL,
  decided_on     DATE          NULL,
  period_to      DATE          NULL COMMENT 'last day of the approval period by this decision; null: unchanged',
  period_before_on DATE          NULL,
  terms          VARCHAR(80)   NULL,
  terms_version  VARCHAR(40)   NULL,
  version        INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT revision_no_once UNIQUE (no),
  CONSTRAINT revision_edition_once UNIQUE (application_id, edition),
  CONSTRAINT revision_bound_once UNIQUE (application_id, bound_no),
  CONSTRAINT revision_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT revision_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT revision_asked CHECK (asked_cents >= 0),
  INDEX revision_by_authority (authority_id, id)
);

CREATE TABLE IF NOT EXISTS revision_line (
  id                 BIGINT        NOT NULL AUTO_INCREMENT,
  revision_id        BIGINT        NOT NULL,
  position_id        BIGINT        NULL COMMENT 'null until a decision makes the new position',
  school_id          BIGINT        NOT NULL,
  category           VARCHAR(40)   NOT NULL,
  fresh              BOOLEAN       NOT NULL COMMENT 'true for a position that there was not',
  description        VARCHAR(300)  NOT NULL,
  description_before VARCHAR(300)  NULL,
  applied_before     BIGINT        NOT NULL COMMENT 'applied for before this version',
  from_cents         BIGINT        NOT NULL COMMENT 'approved before this version',
  to_cents           BIGINT        NOT NULL COMMENT 'what is asked for, or left by a revocation',
  decided_cents      BIGINT        NULL,
  why                VARCHAR(1000) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT revision_line_once UNIQUE (revision_id, position_id),
  CONSTRAINT revision_line_revision FOREIGN KEY (revision_id) REFERENCES revision (id),
  CONSTRAINT revision_line_position FOREIGN KEY (position_id) REFERENCES funding_position (id),
  CONSTRAINT revision_line_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT revision_line_amounts CHECK (applied_before >= 0 AND from_cents >= 0 AND to_cents >= 0 AND (decided_cents IS NULL OR decided_cents >= 0))
);
