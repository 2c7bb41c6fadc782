-- Room install.floor: a picture of a floor of a building, and what stands where on it. Can be repeated.
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('PLAN', 'Grundriss', 'Floor plan', 75);

CREATE TABLE IF NOT EXISTS floor_plan (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  school_id   BIGINT      NOT NULL,
  building_id BIGINT      NOT NULL,
  floor       VARCHAR(20) NOT NULL,
  version     INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT floor_plan_once UNIQUE (building_id, floor),
  CONSTRAINT floor_plan_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT floor_plan_building FOREIGN KEY (building_id) REFERENCES building (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS floor_mark (
  id        BIGINT   NOT NULL AUTO_INCREMENT,
  plan_id   BIGINT   NOT NULL,
  unit_id   BIGINT   NULL,
  port_id   BIGINT   NULL,
  device_id BIGINT   NULL,
  x         SMALLINT NOT NULL COMMENT 'per mille of the width of the picture, from the left',
  y         SMALLINT NOT NULL COMMENT 'per mille of its height, from the top',
  version   INT      NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT floor_mark_unit_once UNIQUE (unit_id),
  CONSTRAINT floor_mark_port_once UNIQUE (port_id),
  CONSTRAINT floor_mark_device_once UNIQUE (device_id),
  CONSTRAINT floor_mark_one CHECK ((unit_id IS NOT NULL) + (port_id IS NOT NULL) + (device_id IS NOT NULL) = 1),
  CONSTRAINT floor_mark_inside CHECK (x BETWEEN 0 AND 1000 AND y BETWEEN 0 AND 1000),
  CONSTRAINT floor_mark_plan FOREIGN KEY (plan_id) REFERENCES floor_plan (id),
  CONSTRAINT floor_mark_unit FOREIGN KEY (unit_id) REFERENCES network_unit (id),
  CONSTRAINT floor_mark_port FOREIGN KEY (port_id) REFERENCES network_port (id) ON DELETE CASCADE,
  CONSTRAINT floor_mark_device FOREIGN KEY (device_id) REFERENCES device (id)
) COLLATE utf8mb4_uca1400_as_ci;
