-- What pages add up or look for again and again is kept or reckoned by the database: the balances of an application and of a school in
-- a category of a programme, budgets that are nearly used up, since when a ticket waits. Can be repeated.
CREATE TABLE IF NOT EXISTS application_total (
  application_id  BIGINT NOT NULL,
  allotted_cents  BIGINT NOT NULL DEFAULT 0 COMMENT 'gross, own share included, of all positions of the application',
  reserved_cents  BIGINT NOT NULL DEFAULT 0,
  committed_cents BIGINT NOT NULL DEFAULT 0,
  spent_cents     BIGINT NOT NULL DEFAULT 0,
  rest_cents      BIGINT NOT NULL DEFAULT 0 COMMENT 'granted to the authority beyond its positions, and not distributed',
  PRIMARY KEY (application_id),
  CONSTRAINT application_total_application FOREIGN KEY (application_id) REFERENCES application (id)
) COLLATE utf8mb4_uca1400_as_ci;
REPLACE INTO application_total (application_id, allotted_cents, reserved_cents, committed_cents, spent_cents, rest_cents)
  SELECT application_id, SUM(IF(kind = 'REST', 0, allotted_cents)), SUM(reserved_cents), SUM(committed_cents), SUM(spent_cents),
    SUM(IF(kind = 'REST', allotted_cents, 0))
  FROM budget WHERE application_id IS NOT NULL GROUP BY application_id;

CREATE TABLE IF NOT EXISTS school_use (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  programme_id    BIGINT      NOT NULL,
  school_id       BIGINT      NOT NULL,
  category        VARCHAR(30) NOT NULL,
  allotted_cents  BIGINT      NOT NULL DEFAULT 0 COMMENT 'gross, own share included, of all budgets of the school in the category',
  reserved_cents  BIGINT      NOT NULL DEFAULT 0,
  committed_cents BIGINT      NOT NULL DEFAULT 0,
  spent_cents     BIGINT      NOT NULL DEFAULT 0,
  free_cents      BIGINT AS (allotted_cents - (reserved_cents + committed_cents + spent_cents)) VIRTUAL,
  PRIMARY KEY (id),
  CONSTRAINT school_use_once UNIQUE (school_id, programme_id, category),
  CONSTRAINT school_use_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT school_use_school FOREIGN KEY (school_id) REFERENCES school (id),
  INDEX school_use_by_category (programme_id, category, id),
  INDEX school_use_by_allotted (programme_id, allotted_cents),
  INDEX school_use_by_reserved (programme_id, reserved_cents),
  INDEX school_use_by_committed (programme_id, committed_cents),
  INDEX school_use_by_spent (programme_id, spent_cents),
  INDEX school_use_by_free (programme_id, free_cents)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT INTO school_use (programme_id, school_id, category, allotted_cents, reserved_cents, committed_cents, spent_cents)
  SELECT programme_id, school_id, category, SUM(allotted_cents), SUM(reserved_cents), SUM(committed_cents), SUM(spent_cents)
  FROM budget WHERE kind = 'POSITION' GROUP BY programme_id, school_id, category
  ON DUPLICATE KEY UPDATE allotted_cents = VALUES(allotted_cents), reserved_cents = VALUES(reserved_cents),
    committed_cents = VALUES(committed_cents), spent_cents = VALUES(spent_cents);

ALTER TABLE budget ADD COLUMN IF NOT EXISTS nearly_used BOOLEAN
  AS (allotted_cents > 0 AND (reserved_cents + committed_cents + spent_cents) * 10 >= allotted_cents * 9) VIRTUAL;
ALTER TABLE budget ADD INDEX IF NOT EXISTS budget_nearly_used (nearly_used, free_cents);

ALTER TABLE ticket ADD COLUMN IF NOT EXISTS waits_at DATETIME(6) NULL COMMENT 'since when it waits, null unless it does';
UPDATE ticket t SET t.waits_at = COALESCE((SELECT MAX(h.at) FROM history h WHERE h.subject_type = 'Ticket' AND h.subject_id = t.id
  AND h.to_state = 'TicketState.WAITING'), t.opened_at) WHERE t.state = 'WAITING' AND t.waits_at IS NULL;
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_by_waiting (waits_at, school_id);
