-- Room install.planning: the row that is locked before a visit is agreed. It makes agreements of one technician wait for each
-- other without locking tickets, which deadlocked.
CREATE TABLE IF NOT EXISTS technician_calendar (
  technician_id BIGINT NOT NULL,
  PRIMARY KEY (technician_id),
  CONSTRAINT technician_calendar_user FOREIGN KEY (technician_id) REFERENCES app_user (id)
);
