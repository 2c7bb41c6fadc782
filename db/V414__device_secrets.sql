-- Passwords of devices (BIOS, administrator), sealed with the key of the installation. Can be repeated.
CREATE TABLE IF NOT EXISTS device_secret (
  id        BIGINT         NOT NULL AUTO_INCREMENT,
  device_id BIGINT         NOT NULL,
  kind      VARCHAR(20)    NOT NULL COMMENT 'BIOS, ADMIN, OTHER',
  sealed    VARBINARY(600) NULL COMMENT 'null: ended',
  made_at   DATETIME(6)    NOT NULL,
  made_by   VARCHAR(120)   NOT NULL,
  ended_at  DATETIME(6)    NULL,
  ended_by  VARCHAR(120)   NULL,
  is_open   TINYINT AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT device_secret_once UNIQUE (device_id, kind, is_open),
  CONSTRAINT device_secret_device FOREIGN KEY (device_id) REFERENCES device (id)
) COLLATE utf8mb4_uca1400_as_ci;
