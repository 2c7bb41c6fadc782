-- Which devices of a school are for lending, in which class sets, and for which days some of a model are reserved. Can be repeated.
CREATE TABLE IF NOT EXISTS loan_set (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  school_id BIGINT       NOT NULL,
  name      VARCHAR(80)  NOT NULL,
  made_at   DATETIME(6)  NOT NULL,
  made_by   VARCHAR(120) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_set_once UNIQUE (school_id, name),
  CONSTRAINT loan_set_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_pool_device (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  school_id BIGINT       NOT NULL,
  device_id BIGINT       NOT NULL,
  set_id    BIGINT       NULL,
  joined_at DATETIME(6)  NOT NULL,
  joined_by VARCHAR(120) NOT NULL,
  left_at   DATETIME(6)  NULL,
  left_by   VARCHAR(120) NULL,
  is_open   TINYINT AS (IF(left_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT loan_pool_device_once UNIQUE (device_id, is_open),
  CONSTRAINT loan_pool_device_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_pool_device_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT loan_pool_device_set FOREIGN KEY (set_id) REFERENCES loan_set (id),
  INDEX loan_pool_of_school (school_id, is_open)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_booking (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  no            VARCHAR(20)  NOT NULL,
  school_id     BIGINT       NOT NULL,
  model_id      BIGINT       NOT NULL,
  quantity      INT          NOT NULL,
  from_on       DATE         NOT NULL,
  to_on         DATE         NOT NULL COMMENT 'last day',
  state         VARCHAR(20)  NOT NULL COMMENT 'BOOKED, TAKEN, CANCELLED',
  borrower_kind VARCHAR(20)  NOT NULL,
  borrower      VARCHAR(120) NULL COMMENT 'null: erased',
  school_class  VARCHAR(40)  NULL,
  booked_at     DATETIME(6)  NOT NULL,
  booked_by     VARCHAR(120) NOT NULL,
  erased_on     DATE         NULL,
  version       INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT loan_booking_no_once UNIQUE (no),
  CONSTRAINT loan_booking_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_booking_model FOREIGN KEY (model_id) REFERENCES device_model (id),
  CONSTRAINT loan_booking_quantity CHECK (quantity BETWEEN 1 AND 200),
  CONSTRAINT loan_booking_days CHECK (from_on <= to_on),
  INDEX loan_booking_of_school (school_id, model_id, state, to_on),
  INDEX loan_booking_by_state (state, from_on, school_id),
  INDEX loan_booking_by_from (from_on),
  INDEX loan_booking_by_to (to_on),
  INDEX loan_booking_to_erase (erased_on, to_on)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE loan_sheet ADD COLUMN IF NOT EXISTS reminded_on DATE NULL COMMENT 'day on which the school was last told that devices are due';
