-- Damage, loss and theft of devices as cases: police, insurer, cost, who pays. Can be repeated.
CREATE TABLE IF NOT EXISTS device_incident (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  no          VARCHAR(30)   NOT NULL,
  school_id   BIGINT        NOT NULL COMMENT 'that had the device when it happened',
  device_id   BIGINT        NOT NULL,
  kind        VARCHAR(20)   NOT NULL,
  state       VARCHAR(20)   NOT NULL,
  happened_on DATE          NOT NULL,
  words       VARCHAR(2000) NOT NULL,
  police_no   VARCHAR(60)   NULL,
  insurer     VARCHAR(120)  NULL,
  claim_no    VARCHAR(60)   NULL,
  payer       VARCHAR(20)   NULL COMMENT 'null: not known yet',
  cost_cents  BIGINT        NULL COMMENT 'gross; null: not known yet',
  paid_cents  BIGINT        NULL COMMENT 'what who pays has paid',
  opened_at   DATETIME(6)   NOT NULL,
  opened_by   VARCHAR(120)  NOT NULL,
  closed_on   DATE          NULL,
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT device_incident_no_once UNIQUE (no),
  CONSTRAINT device_incident_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT device_incident_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT device_incident_amounts CHECK (COALESCE(cost_cents, 0) >= 0 AND COALESCE(paid_cents, 0) >= 0),
  INDEX device_incident_of_school (school_id, state, id),
  INDEX device_incident_by_state (state, id)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES
  ('POLICE_REPORT', 'Strafanzeige', 'Police report', 82), ('INSURANCE', 'Schreiben der Versicherung', 'Letter of the insurer', 83),
  ('ERASURE_PROOF', 'Löschnachweis', 'Proof of erasure', 84);
