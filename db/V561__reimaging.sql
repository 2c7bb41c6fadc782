-- Rooms install.kind and install.reimage: devices that come back at the turn of a school year are set up anew, on working days with a capacity. Repeatable from any point.
INSERT INTO ticket_kind (code, revision, latest, name_de, name_en, steps_de, steps_en, measurement, photo, acceptance, devices, school_opens, priority, minutes, follow_up, offered)
SELECT 'RE_IMAGE', 1, TRUE, 'Neuaufsetzen', 'Re-imaging', 'Auf Vollständigkeit und Schäden geprüft\nZurückgesetzt und neu aufgesetzt\nIn der Geräteverwaltung neu zugeordnet\nGeladen und eingelagert',
  'Checked for completeness and damage\nReset and set up anew\nAssigned anew in device management\nCharged and stored', FALSE, FALSE, FALSE, 'NONE', TRUE, 'LOW', 120, NULL, TRUE
FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM ticket_kind k WHERE k.code = 'RE_IMAGE');

CREATE TABLE IF NOT EXISTS reimage_plan (
  id        BIGINT      NOT NULL AUTO_INCREMENT,
  no        VARCHAR(20) NOT NULL,
  school_id BIGINT      NOT NULL,
  kind_code VARCHAR(40) NOT NULL,
  from_on   DATE        NOT NULL,
  until_on  DATE        NOT NULL,
  per_day   INT         NOT NULL COMMENT 'devices for a working day',
  state     VARCHAR(10) NOT NULL,
  made_at   DATETIME(6) NOT NULL,
  version   INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT reimage_plan_no_once UNIQUE (no),
  CONSTRAINT reimage_plan_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT reimage_plan_days CHECK (from_on <= until_on),
  CONSTRAINT reimage_plan_capacity CHECK (per_day BETWEEN 1 AND 200),
  INDEX reimage_plan_by_school (school_id, id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS reimage_slot (
  id         BIGINT NOT NULL AUTO_INCREMENT,
  plan_id    BIGINT NOT NULL,
  device_id  BIGINT NOT NULL,
  due_on     DATE   NOT NULL COMMENT 'day on which its loan was due when it was planned',
  planned_on DATE   NULL COMMENT 'null: no day was left',
  ticket_id  BIGINT NULL,
  PRIMARY KEY (id),
  CONSTRAINT reimage_slot_once UNIQUE (plan_id, device_id),
  CONSTRAINT reimage_slot_plan FOREIGN KEY (plan_id) REFERENCES reimage_plan (id),
  CONSTRAINT reimage_slot_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT reimage_slot_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT reimage_slot_day CHECK ((planned_on IS NULL) = (ticket_id IS NULL))
);
