-- Room install.network: what hangs on the wall and in the rack, its ports, and what is plugged where. Can be repeated.
CREATE TABLE IF NOT EXISTS network_unit (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  school_id  BIGINT        NOT NULL,
  kind       VARCHAR(20)   NOT NULL,
  name       VARCHAR(60)   NOT NULL COMMENT 'as it stands on its label',
  parent_id  BIGINT        NULL COMMENT 'distributor or rack in which it is',
  room_id    BIGINT        NULL,
  model_id   BIGINT        NULL,
  device_id  BIGINT        NULL COMMENT 'the device of the inventory that plays this part now',
  place      VARCHAR(20)   NULL COMMENT 'height in the rack',
  note       VARCHAR(500)  NULL,
  within_id  BIGINT        NOT NULL DEFAULT 0 COMMENT 'room or parent in which its name is the only one, 0: in the school',
  live       BOOLEAN       NULL DEFAULT TRUE COMMENT 'null: taken down',
  version    INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT network_unit_once UNIQUE (school_id, kind, within_id, name, live),
  CONSTRAINT network_unit_device_once UNIQUE (device_id, live),
  CONSTRAINT network_unit_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT network_unit_parent FOREIGN KEY (parent_id) REFERENCES network_unit (id),
  CONSTRAINT network_unit_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT network_unit_model FOREIGN KEY (model_id) REFERENCES device_model (id),
  CONSTRAINT network_unit_device FOREIGN KEY (device_id) REFERENCES device (id),
  INDEX network_unit_by_name (name),
  INDEX network_unit_of_kind (kind)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS network_vlan (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  school_id BIGINT        NOT NULL,
  number    INT           NOT NULL,
  name      VARCHAR(60)   NOT NULL,
  addresses VARCHAR(60)   NULL COMMENT 'address range in CIDR notation',
  version   INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT network_vlan_once UNIQUE (school_id, number),
  CONSTRAINT network_vlan_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT network_vlan_number CHECK (number BETWEEN 1 AND 4094)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS network_port (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  unit_id   BIGINT        NOT NULL,
  school_id BIGINT        NOT NULL,
  place     INT           NOT NULL COMMENT 'order of the ports, from 1',
  name      VARCHAR(60)   NOT NULL,
  vlan_id   BIGINT        NULL,
  leads_up  BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'towards the uplink',
  closed    BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'switched off or broken',
  note      VARCHAR(500)  NULL,
  version   INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT network_port_once UNIQUE (unit_id, name),
  CONSTRAINT network_port_unit FOREIGN KEY (unit_id) REFERENCES network_unit (id),
  CONSTRAINT network_port_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT network_port_vlan FOREIGN KEY (vlan_id) REFERENCES network_vlan (id),
  INDEX network_port_by_name (name)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS network_cable (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  school_id   BIGINT        NOT NULL,
  label       VARCHAR(60)   NULL,
  cable_class VARCHAR(10)   NULL,
  length_m    DECIMAL(5, 1) NULL,
  passed      BOOLEAN       NULL COMMENT 'null: never measured',
  measured_at DATETIME(6)   NULL,
  ticket_id   BIGINT        NULL COMMENT 'the work that measured it last',
  live        BOOLEAN       NULL DEFAULT TRUE COMMENT 'null: unplugged',
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT network_cable_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT network_cable_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS network_end (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  cable_id BIGINT      NOT NULL,
  place    INT         NOT NULL COMMENT '1 or 2',
  port_id  BIGINT      NOT NULL,
  face     VARCHAR(10) NOT NULL,
  live     BOOLEAN     NULL DEFAULT TRUE COMMENT 'null: unplugged',
  PRIMARY KEY (id),
  CONSTRAINT network_end_once UNIQUE (port_id, face, live),
  CONSTRAINT network_end_of_cable_once UNIQUE (cable_id, place),
  CONSTRAINT network_end_cable FOREIGN KEY (cable_id) REFERENCES network_cable (id),
  CONSTRAINT network_end_port FOREIGN KEY (port_id) REFERENCES network_port (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS network_uplink (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  school_id   BIGINT        NOT NULL,
  building_id BIGINT        NOT NULL,
  technology  VARCHAR(10)   NOT NULL,
  down_mbit   INT           NULL,
  up_mbit     INT           NULL,
  provider    VARCHAR(120)  NULL,
  fibre_on    DATE          NULL COMMENT 'day on which fibre is planned',
  note        VARCHAR(500)  NULL COMMENT 'conduits, road works',
  port_id     BIGINT        NULL COMMENT 'port at which it is handed over',
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT network_uplink_once UNIQUE (building_id),
  CONSTRAINT network_uplink_port_once UNIQUE (port_id),
  CONSTRAINT network_uplink_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT network_uplink_building FOREIGN KEY (building_id) REFERENCES building (id),
  CONSTRAINT network_uplink_port FOREIGN KEY (port_id) REFERENCES network_port (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS model_port (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  model_id BIGINT      NOT NULL,
  place    INT         NOT NULL,
  name     VARCHAR(60) NOT NULL,
  leads_up BOOLEAN     NOT NULL DEFAULT FALSE,
  PRIMARY KEY (id),
  CONSTRAINT model_port_once UNIQUE (model_id, name),
  CONSTRAINT model_port_model FOREIGN KEY (model_id) REFERENCES device_model (id)
) COLLATE utf8mb4_uca1400_as_ci COMMENT 'the ports of a model, as its device type names them';
