-- What device management has seen of a device. Beside the inventory, which it never changes. Can be repeated.
CREATE TABLE IF NOT EXISTS device_sight (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  device_id      BIGINT       NOT NULL,
  first_seen_on  DATE         NULL COMMENT 'null: not known',
  last_seen_on   DATE         NULL COMMENT 'null: management knows it and has never seen it',
  os             VARCHAR(80)  NULL,
  managed        BOOLEAN      NULL COMMENT 'null: not known',
  seen_school_id BIGINT       NULL COMMENT 'school of which management says that it is there',
  told_at        DATETIME(6)  NOT NULL,
  told_by        VARCHAR(120) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT device_sight_once UNIQUE (device_id),
  CONSTRAINT device_sight_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT device_sight_school FOREIGN KEY (seen_school_id) REFERENCES school (id),
  INDEX device_sight_by_last (last_seen_on),
  INDEX device_sight_by_first (first_seen_on)
) COLLATE utf8mb4_uca1400_as_ci;
