-- Key-date snapshots: the figures of an authority in a programme at the end of a day, kept as they were. Repeatable from any point.
CREATE TABLE IF NOT EXISTS snapshot (
  id              BIGINT       NOT NULL AUTO_INCREMENT,
  programme_id    BIGINT       NOT NULL,
  authority_id    BIGINT       NOT NULL,
  key_on          DATE         NOT NULL COMMENT 'the figures are those of its end',
  allotted_cents  BIGINT       NOT NULL,
  reserved_cents  BIGINT       NOT NULL,
  committed_cents BIGINT       NOT NULL,
  spent_cents     BIGINT       NOT NULL,
  drawn_cents     BIGINT       NOT NULL COMMENT 'grant money asked for until then',
  taken_by        VARCHAR(120) NOT NULL,
  taken_at        DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT snapshot_once UNIQUE (programme_id, authority_id, key_on),
  CONSTRAINT snapshot_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT snapshot_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
);
CREATE TABLE IF NOT EXISTS snapshot_line (
  id              BIGINT NOT NULL AUTO_INCREMENT,
  snapshot_id     BIGINT NOT NULL,
  budget_id       BIGINT NOT NULL,
  allotted_cents  BIGINT NOT NULL,
  reserved_cents  BIGINT NOT NULL,
  committed_cents BIGINT NOT NULL,
  spent_cents     BIGINT NOT NULL,
  drawn_cents     BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT snapshot_line_once UNIQUE (snapshot_id, budget_id),
  CONSTRAINT snapshot_line_snapshot FOREIGN KEY (snapshot_id) REFERENCES snapshot (id),
  CONSTRAINT snapshot_line_budget FOREIGN KEY (budget_id) REFERENCES budget (id)
);
