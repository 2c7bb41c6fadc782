-- Module inventory: device model, device, placement.
CREATE TABLE device_model (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  maker         VARCHAR(80)  NOT NULL,
  name          VARCHAR(120) NOT NULL,
  part_no       VARCHAR(60)  NULL,
  kind          VARCHAR(30)  NOT NULL,
  needs_network BOOLEAN      NOT NULL COMMENT 'true: a technician installs it, delivery opens a ticket',
  version       INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT model_once UNIQUE (maker, name)
);

CREATE TABLE device (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  inventory_no   VARCHAR(20)  NOT NULL,
  serial         VARCHAR(80)  NOT NULL,
  model_id       BIGINT       NOT NULL,
  school_id      BIGINT       NOT NULL,
  room_id        BIGINT       NULL COMMENT 'where it is now; the placements tell where it was',
  target_room_id BIGINT       NULL COMMENT 'the room it was requested for',
  state          VARCHAR(20)  NOT NULL,
  order_line_id  BIGINT       NULL,
  order_no       VARCHAR(20)  NULL,
  budget_id      BIGINT       NULL,
  funding_label  VARCHAR(300) NULL COMMENT 'programme, application and position as they were called at delivery',
  price_cents    BIGINT       NOT NULL COMMENT 'gross price paid',
  delivered_on   DATE         NOT NULL,
  in_service_on  DATE         NULL,
  binding_start  VARCHAR(20)  NULL COMMENT 'event that starts the binding period: DELIVERY, COMMISSIONING',
  binding_years  INT          NULL,
  binding_mode   VARCHAR(30)  NULL COMMENT 'EXACT_DATE or END_OF_CALENDAR_YEAR',
  binding_end_on DATE         NULL,
  version        INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT device_model_of FOREIGN KEY (model_id) REFERENCES device_model (id),
  CONSTRAINT device_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT device_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT device_target_room FOREIGN KEY (target_room_id) REFERENCES room (id),
  CONSTRAINT device_inventory_no_once UNIQUE (inventory_no),
  CONSTRAINT device_serial_once UNIQUE (serial),
  INDEX device_by_school (school_id, state),
  INDEX device_by_order_line (order_line_id),
  INDEX device_by_budget (budget_id)
);

CREATE TABLE placement (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  device_id BIGINT       NOT NULL,
  room_id   BIGINT       NOT NULL,
  from_at   DATETIME(6)  NOT NULL,
  to_at     DATETIME(6)  NULL,
  actor     VARCHAR(120) NOT NULL,
  is_open   TINYINT AS (IF(to_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT placement_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT placement_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT placement_open_once UNIQUE (device_id, is_open)
);
