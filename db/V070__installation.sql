-- Module launcher: what this database is for. The start refuses to mix the demo, whose passwords everybody knows, with real
-- work. A database from before this file is taken for the demo when it has the demo's accounts.
CREATE TABLE IF NOT EXISTS installation (
  id         INT         NOT NULL COMMENT 'always 1: there is one row',
  kind       ENUM('DEMO', 'PRODUCTION') NOT NULL,
  decided_at DATETIME(6) NOT NULL,
  PRIMARY KEY (id)
);

INSERT IGNORE INTO installation (id, kind, decided_at)
  SELECT 1, IF(demo_logins = 3, 'DEMO', 'PRODUCTION'), UTC_TIMESTAMP(6)
  FROM (SELECT COUNT(*) AS users, SUM(login IN ('foerderung', 'schule', 'technik')) AS demo_logins FROM app_user) counted
  WHERE users > 0;
