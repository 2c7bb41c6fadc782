-- Fields of an administrator's own at devices, typed, by kind of model; what was entered stays as it was entered. Can be repeated.
CREATE TABLE IF NOT EXISTS own_field (
  id       BIGINT        NOT NULL AUTO_INCREMENT,
  kind     VARCHAR(20)   NULL COMMENT 'kind of models that have it; null: all',
  label    VARCHAR(60)   NOT NULL,
  type     VARCHAR(10)   NOT NULL COMMENT 'TEXT, NUMBER, DAY, CHOICE, FLAG; never changes',
  choices  VARCHAR(2000) NULL COMMENT 'a line each',
  help     VARCHAR(200)  NULL,
  ended_on DATE          NULL COMMENT 'not asked for any longer since then',
  revision INT           NOT NULL COMMENT 'counts up with each change',
  version  INT           NOT NULL DEFAULT 0,
  kind_key VARCHAR(20) AS (COALESCE(kind, '')) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT own_field_once UNIQUE (kind_key, label)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS own_value (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  device_id BIGINT       NOT NULL,
  field_id  BIGINT       NOT NULL,
  revision  INT          NOT NULL COMMENT 'of the field when it was entered',
  label     VARCHAR(60)  NOT NULL COMMENT 'of the field when it was entered',
  text      VARCHAR(200) NULL COMMENT 'of TEXT and CHOICE',
  number    BIGINT       NULL,
  day_on    DATE         NULL,
  flag      BOOLEAN      NULL,
  value_key VARCHAR(200) NOT NULL COMMENT 'what is compared and searched',
  set_at    DATETIME(6)  NOT NULL,
  set_by    VARCHAR(120) NOT NULL,
  ended_at  DATETIME(6)  NULL COMMENT 'another was entered, or none',
  is_open   TINYINT AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT own_value_once UNIQUE (device_id, field_id, is_open),
  CONSTRAINT own_value_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT own_value_field FOREIGN KEY (field_id) REFERENCES own_field (id),
  CONSTRAINT own_value_typed CHECK ((text IS NOT NULL) + (number IS NOT NULL) + (day_on IS NOT NULL) + (flag IS NOT NULL) = 1),
  INDEX own_value_by_key (value_key),
  INDEX own_value_of_field (field_id, value_key),
  INDEX own_value_open (is_open, id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE device ADD COLUMN IF NOT EXISTS own_text VARCHAR(1000) NULL COMMENT 'what its own fields say, for lists and files';
