-- Room install.fault: the code of a door or a device, with which anybody who stands before it reports a fault without an account,
-- and what came in that way, by which it is slowed down. No word about who reported.
CREATE TABLE IF NOT EXISTS fault_code (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  code      VARCHAR(40) NOT NULL COMMENT 'random, part of an address; who renews it makes the old one worthless',
  school_id BIGINT      NOT NULL,
  room_id   BIGINT      NULL,
  device_id BIGINT      NULL,
  made_at   DATETIME(6) NOT NULL,
  version   INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT fault_code_once UNIQUE (code),
  CONSTRAINT fault_code_room_once UNIQUE (room_id),
  CONSTRAINT fault_code_device_once UNIQUE (device_id),
  CONSTRAINT fault_code_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT fault_code_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT fault_code_device FOREIGN KEY (device_id) REFERENCES device (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS fault_report (
  id         BIGINT      NOT NULL AUTO_INCREMENT,
  code_id    BIGINT      NOT NULL,
  ticket_id  BIGINT      NOT NULL,
  school_id  BIGINT      NOT NULL,
  came_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT fault_report_code FOREIGN KEY (code_id) REFERENCES fault_code (id),
  CONSTRAINT fault_report_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT fault_report_school FOREIGN KEY (school_id) REFERENCES school (id),
  INDEX fault_report_lately (school_id, came_at)
) COLLATE utf8mb4_uca1400_as_ci;
