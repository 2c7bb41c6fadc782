-- Module install: ticket, visit, measurement.
CREATE TABLE ticket (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  no          VARCHAR(20)   NOT NULL,
  school_id   BIGINT        NOT NULL,
  room_id     BIGINT        NULL,
  device_id   BIGINT        NULL,
  title       VARCHAR(200)  NOT NULL,
  state       VARCHAR(30)   NOT NULL,
  assignee_id BIGINT        NULL,
  assignee    VARCHAR(120)  NULL,
  waiting_for VARCHAR(300)  NULL COMMENT 'who or what the work waits for',
  defects     VARCHAR(2000) NULL COMMENT 'what the school found when it accepted with defects',
  due_on      DATE          NULL,
  opened_at   DATETIME(6)   NOT NULL,
  closed_at   DATETIME(6)   NULL,
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT ticket_no_once UNIQUE (no),
  CONSTRAINT ticket_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT ticket_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT ticket_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT ticket_device_once UNIQUE (device_id),
  CONSTRAINT ticket_assignee FOREIGN KEY (assignee_id) REFERENCES app_user (id),
  INDEX ticket_by_state (state, due_on),
  INDEX ticket_by_school (school_id, id)
);

CREATE TABLE visit (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT        NOT NULL,
  starts_at DATETIME(6)   NOT NULL,
  minutes   INT           NOT NULL,
  contact   VARCHAR(200)  NULL COMMENT 'function on site with its hours, e.g. caretaker; no private data',
  note      VARCHAR(1000) NULL,
  cancelled BOOLEAN       NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT visit_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT visit_minutes CHECK (minutes BETWEEN 15 AND 600),
  INDEX visit_by_start (starts_at)
);

CREATE TABLE measurement (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  ticket_id   BIGINT        NOT NULL,
  socket      VARCHAR(40)   NOT NULL COMMENT 'label of the socket in the wall',
  switch_port VARCHAR(60)   NOT NULL,
  cable_class VARCHAR(20)   NOT NULL,
  length_m    DECIMAL(5,1)  NULL,
  signal_dbm  INT           NULL COMMENT 'received signal at the far end of the room',
  passed      BOOLEAN       NOT NULL,
  note        VARCHAR(1000) NULL,
  actor       VARCHAR(120)  NOT NULL,
  measured_at DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT measurement_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
);
