-- Every number by which a device is known stands in one table, once as it is printed and once as it is looked for, so that one
-- question by one index finds a device by any of them in any notation. Can be repeated.
CREATE TABLE IF NOT EXISTS device_identifier (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  device_id BIGINT        NOT NULL,
  kind      VARCHAR(20)   NOT NULL COMMENT 'SERIAL, INVENTORY_NO, MAC, IMEI, TAG',
  value     VARCHAR(80)   NOT NULL COMMENT 'as it is printed',
  value_key VARCHAR(80)   NOT NULL COMMENT 'without blanks, hyphens, dots, colons and strokes',
  added_at  DATETIME(6)   NOT NULL,
  added_by  VARCHAR(120)  NOT NULL,
  ended_at  DATETIME(6)   NULL,
  ended_by  VARCHAR(120)  NULL,
  ended_why VARCHAR(2000) NULL,
  is_open   TINYINT AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT identifier_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT identifier_once UNIQUE (kind, value_key, is_open),
  INDEX identifier_key (value_key),
  INDEX identifier_of_device (device_id, kind)
) COLLATE utf8mb4_uca1400_as_ci;

-- of two serial numbers that differ only by their notation, the later one is looked for as it is printed
INSERT INTO device_identifier (device_id, kind, value, value_key, added_at, added_by)
  SELECT n.id, 'SERIAL', n.serial, IF(n.bare = '' OR n.place > 1, n.serial, n.bare), COALESCE(h.at, n.delivered_on), COALESCE(h.actor_name, '')
  FROM (SELECT d.id, d.serial, d.delivered_on, d.bare, ROW_NUMBER() OVER (PARTITION BY d.bare ORDER BY d.id) AS place
      FROM (SELECT id, serial, delivered_on, REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(serial, ' ', ''), '-', ''), '.', ''), '/', ''), ':', '') AS bare
          FROM device WHERE serial IS NOT NULL) d) n
    LEFT JOIN history h ON h.id = (SELECT MIN(i.id) FROM history i WHERE i.subject_type = 'Device' AND i.subject_id = n.id)
  WHERE NOT EXISTS (SELECT 1 FROM device_identifier i WHERE i.device_id = n.id AND i.kind = 'SERIAL');
INSERT INTO device_identifier (device_id, kind, value, value_key, added_at, added_by)
  SELECT d.id, 'INVENTORY_NO', d.inventory_no, REPLACE(d.inventory_no, '-', ''), COALESCE(h.at, d.delivered_on), COALESCE(h.actor_name, '')
  FROM device d LEFT JOIN history h ON h.id = (SELECT MIN(i.id) FROM history i WHERE i.subject_type = 'Device' AND i.subject_id = d.id)
  WHERE NOT EXISTS (SELECT 1 FROM device_identifier i WHERE i.device_id = d.id AND i.kind = 'INVENTORY_NO');

-- what came with an order is found by the number of the order
ALTER TABLE device ADD INDEX IF NOT EXISTS device_by_order_no (order_no);
