-- Proofs of use: what was made of the grant money of an application, frozen when it is handed in. Repeatable from any point.
CREATE TABLE IF NOT EXISTS proof (
  id               BIGINT        NOT NULL AUTO_INCREMENT,
  no               VARCHAR(20)   NOT NULL,
  application_id   BIGINT        NOT NULL,
  authority_id     BIGINT        NOT NULL,
  kind             VARCHAR(10)   NOT NULL,
  state            VARCHAR(12)   NOT NULL,
  edition          INT           NOT NULL COMMENT '1, and one more for each corrected version',
  corrects_id      BIGINT        NULL COMMENT 'the proof that this one corrects',
  to_on            DATE          NOT NULL COMMENT 'expenditure until the end of this day',
  report           TEXT          NULL COMMENT 'words of the authority beside the figures',
  content          MEDIUMTEXT    NULL COMMENT 'what was handed in, as JSON; null before',
  sha256           CHAR(64)      NULL COMMENT 'of the content',
  spent_cents      BIGINT        NULL COMMENT 'eligible expenditure in the content',
  submitted_on     DATE          NULL,
  reference        VARCHAR(80)   NULL COMMENT 'of the granting body',
  question         VARCHAR(2000) NULL COMMENT 'what the granting body asked last',
  answer_by_on     DATE          NULL,
  accepted_on      DATE          NULL,
  recognised_cents BIGINT        NULL COMMENT 'eligible expenditure that the granting body recognises',
  draft            TINYINT       NULL COMMENT '1 while it is being written: one per application',
  created_at       DATETIME(6)   NOT NULL,
  version          INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT proof_no_once UNIQUE (no),
  CONSTRAINT proof_draft_once UNIQUE (application_id, draft),
  CONSTRAINT proof_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT proof_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT proof_corrects FOREIGN KEY (corrects_id) REFERENCES proof (id),
  CONSTRAINT proof_recognised CHECK (recognised_cents IS NULL OR recognised_cents BETWEEN 0 AND spent_cents)
);
CREATE TABLE IF NOT EXISTS proof_recovery (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  proof_id       BIGINT        NOT NULL,
  grant_cents    BIGINT        NOT NULL COMMENT 'grant money that is claimed back',
  interest_cents BIGINT        NOT NULL COMMENT 'interest as the notice says',
  from_on        DATE          NULL COMMENT 'day from which interest runs',
  demanded_on    DATE          NOT NULL,
  due_on         DATE          NOT NULL,
  reference      VARCHAR(80)   NULL,
  reason         VARCHAR(2000) NOT NULL,
  paid_on        DATE          NULL,
  live           TINYINT       NULL DEFAULT 1 COMMENT 'null once it was dropped',
  PRIMARY KEY (id),
  CONSTRAINT proof_recovery_proof FOREIGN KEY (proof_id) REFERENCES proof (id),
  CONSTRAINT proof_recovery_amounts CHECK (grant_cents > 0 AND interest_cents >= 0)
);
CREATE TABLE IF NOT EXISTS proof_recovery_part (
  id          BIGINT NOT NULL AUTO_INCREMENT,
  recovery_id BIGINT NOT NULL,
  drawdown_id BIGINT NOT NULL COMMENT 'out of whose money it was paid',
  grant_cents BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT proof_recovery_part_once UNIQUE (recovery_id, drawdown_id),
  CONSTRAINT proof_recovery_part_recovery FOREIGN KEY (recovery_id) REFERENCES proof_recovery (id),
  CONSTRAINT proof_recovery_part_drawdown FOREIGN KEY (drawdown_id) REFERENCES drawdown (id)
);
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('PROOF', 'Verwendungsnachweis', 'Proof of use', 64);
