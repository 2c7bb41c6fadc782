-- Room inventory.booking: class sets have a class and somebody who answers for them, and are moved at the turn of a school year. Repeatable from any point.
ALTER TABLE loan_set
  ADD COLUMN IF NOT EXISTS school_class VARCHAR(40)  NULL COMMENT 'class that works with it',
  ADD COLUMN IF NOT EXISTS responsible  VARCHAR(120) NULL COMMENT 'who answers for it at the school';

CREATE TABLE IF NOT EXISTS loan_set_move (
  id                 BIGINT       NOT NULL AUTO_INCREMENT,
  school_id          BIGINT       NOT NULL,
  set_id             BIGINT       NOT NULL,
  planned_on         DATE         NOT NULL,
  room_id            BIGINT       NULL COMMENT 'where its devices go, null: they stay',
  school_class       VARCHAR(40)  NULL COMMENT 'null: stays',
  responsible        VARCHAR(120) NULL COMMENT 'null: stays',
  class_before       VARCHAR(40)  NULL COMMENT 'of the set when it was moved',
  responsible_before VARCHAR(120) NULL,
  state              VARCHAR(10)  NOT NULL,
  went               INT          NOT NULL DEFAULT 0 COMMENT 'devices that took part when it was moved',
  erased_on          DATE         NULL COMMENT 'nothing is known of people any longer',
  version            INT          NOT NULL DEFAULT 0,
  planned            TINYINT AS (CASE WHEN state = 'PLANNED' THEN 1 END) VIRTUAL COMMENT 'a set is planned once',
  PRIMARY KEY (id),
  CONSTRAINT loan_set_move_once UNIQUE (set_id, planned),
  CONSTRAINT loan_set_move_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_set_move_set FOREIGN KEY (set_id) REFERENCES loan_set (id),
  CONSTRAINT loan_set_move_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT loan_set_move_something CHECK (erased_on IS NOT NULL OR room_id IS NOT NULL OR school_class IS NOT NULL OR responsible IS NOT NULL),
  INDEX loan_set_move_by_school (school_id, state, planned_on)
);

CREATE TABLE IF NOT EXISTS loan_set_move_device (
  id           BIGINT NOT NULL AUTO_INCREMENT,
  move_id      BIGINT NOT NULL,
  device_id    BIGINT NOT NULL,
  from_room_id BIGINT NULL COMMENT 'where it stood before',
  why          VARCHAR(2000) NULL COMMENT 'sentence that says why it did not go, or did not go back; null: it did',
  PRIMARY KEY (id),
  CONSTRAINT loan_set_move_device_once UNIQUE (move_id, device_id),
  CONSTRAINT loan_set_move_device_move FOREIGN KEY (move_id) REFERENCES loan_set_move (id),
  CONSTRAINT loan_set_move_device_device FOREIGN KEY (device_id) REFERENCES device (id)
);
