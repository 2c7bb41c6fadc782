-- Devices go from one school to another: offered to the schools of the same fund, asked for and given, or sent by the authority.
-- Can be repeated.
CREATE TABLE IF NOT EXISTS device_offer (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  no           VARCHAR(20)   NOT NULL,
  authority_id BIGINT        NOT NULL,
  programme_id BIGINT        NULL COMMENT 'programme that binds the devices; null: none does',
  school_id    BIGINT        NOT NULL COMMENT 'gives',
  to_school_id BIGINT        NULL COMMENT 'gets; null while it is offered, or if it was withdrawn',
  state        VARCHAR(20)   NOT NULL,
  reason       VARCHAR(2000) NOT NULL,
  offered_at   DATETIME(6)   NOT NULL,
  offered_by   VARCHAR(120)  NOT NULL,
  ended_at     DATETIME(6)   NULL,
  ended_by     VARCHAR(120)  NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT device_offer_no_once UNIQUE (no),
  CONSTRAINT device_offer_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT device_offer_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT device_offer_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT device_offer_to FOREIGN KEY (to_school_id) REFERENCES school (id),
  CONSTRAINT device_offer_given CHECK ((state = 'GIVEN') = (to_school_id IS NOT NULL)),
  INDEX device_offer_by_state (state),
  INDEX device_offer_by_begin (offered_at),
  INDEX device_offer_waits (state, authority_id, programme_id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS device_offer_item (
  id        BIGINT  NOT NULL AUTO_INCREMENT,
  offer_id  BIGINT  NOT NULL,
  device_id BIGINT  NOT NULL,
  is_open   BOOLEAN NULL COMMENT 'true while it is offered, else null',
  PRIMARY KEY (id),
  CONSTRAINT device_offer_item_once UNIQUE (offer_id, device_id),
  CONSTRAINT device_offered_once UNIQUE (device_id, is_open),
  CONSTRAINT device_offer_item_of FOREIGN KEY (offer_id) REFERENCES device_offer (id),
  CONSTRAINT device_offer_item_device FOREIGN KEY (device_id) REFERENCES device (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS device_offer_wish (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  offer_id     BIGINT        NOT NULL,
  school_id    BIGINT        NOT NULL COMMENT 'asks',
  words        VARCHAR(2000) NULL,
  asked_at     DATETIME(6)   NOT NULL,
  asked_by     VARCHAR(120)  NOT NULL,
  taken_back_at DATETIME(6)  NULL,
  is_open      TINYINT AS (IF(taken_back_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT device_offer_asked_once UNIQUE (offer_id, school_id, is_open),
  CONSTRAINT device_offer_wish_of FOREIGN KEY (offer_id) REFERENCES device_offer (id),
  CONSTRAINT device_offer_wish_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;
