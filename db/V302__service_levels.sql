-- Room install.level: within which working time somebody answers and solves, by priority; the working hours; for whom waiting stops
-- the clock; who is told first when a time is broken. Start values of ours (domain.md 7.4, no contract), changed in the browser.
CREATE TABLE IF NOT EXISTS service_hours (
  id      INT  NOT NULL COMMENT 'always 1',
  opens   INT  NOT NULL COMMENT 'minute of the day in Berlin',
  closes  INT  NOT NULL,
  version INT  NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT service_hours_order CHECK (opens < closes)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT IGNORE INTO service_hours (id, opens, closes) VALUES (1, 450, 960);

CREATE TABLE IF NOT EXISTS service_level (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  priority         VARCHAR(10) NOT NULL,
  response_minutes INT         NULL COMMENT 'working minutes until somebody has it; null: none promised',
  solution_minutes INT         NULL COMMENT 'working minutes until it is solved; null: none promised',
  version          INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT service_level_priority_once UNIQUE (priority)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT IGNORE INTO service_level (priority, response_minutes, solution_minutes) VALUES
  ('URGENT', 60, 480), ('HIGH', 240, 1020), ('NORMAL', 510, 2550), ('LOW', NULL, NULL);

CREATE TABLE IF NOT EXISTS service_stop (
  id     BIGINT      NOT NULL AUTO_INCREMENT,
  reason VARCHAR(20) NOT NULL,
  stops  BOOLEAN     NOT NULL COMMENT 'waiting for this stops the clock',
  PRIMARY KEY (id),
  CONSTRAINT service_stop_reason_once UNIQUE (reason)
) COLLATE utf8mb4_uca1400_as_ci;
INSERT IGNORE INTO service_stop (reason, stops) VALUES ('SCHOOL', TRUE), ('SUPPLIER', TRUE), ('CONTRACTOR', FALSE), ('BUILDING', TRUE), ('OTHER', FALSE);

CREATE TABLE IF NOT EXISTS service_lead (
  id      BIGINT NOT NULL AUTO_INCREMENT,
  user_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT service_lead_once UNIQUE (user_id),
  CONSTRAINT service_lead_user FOREIGN KEY (user_id) REFERENCES app_user (id)
) COLLATE utf8mb4_uca1400_as_ci;

ALTER TABLE ticket_kind ADD COLUMN IF NOT EXISTS clocked BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'service levels hold for such tickets';
UPDATE ticket_kind SET clocked = TRUE WHERE code = 'FAULT' AND revision = 1;

ALTER TABLE ticket
  ADD COLUMN IF NOT EXISTS clocked_at      DATETIME(6) NULL COMMENT 'from when the clock runs; null: no service level',
  ADD COLUMN IF NOT EXISTS paused_minutes  INT         NOT NULL DEFAULT 0 COMMENT 'working minutes in which the clock stood',
  ADD COLUMN IF NOT EXISTS stopped_at      DATETIME(6) NULL COMMENT 'since when the clock stands',
  ADD COLUMN IF NOT EXISTS response_due_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS responded_at    DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS solution_due_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS level_told      INT         NOT NULL DEFAULT 0 COMMENT 'how much of the levels was told: 1 and 2 response near and broken, 3 and 4 solution';
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_solution_due (solution_due_at), ADD INDEX IF NOT EXISTS ticket_clock (state, solution_due_at);
