-- Room install.survey: what a technician found in a room before its network is built: whether the power will do.
CREATE TABLE IF NOT EXISTS room_survey (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  school_id   BIGINT       NOT NULL,
  room_id     BIGINT       NOT NULL,
  power       BOOLEAN      NOT NULL COMMENT 'circuits and sockets will do',
  note        VARCHAR(500) NULL COMMENT 'what is missing, if the power will not do',
  surveyed_on DATE         NOT NULL,
  surveyed_by VARCHAR(120) NOT NULL,
  live        BOOLEAN      NULL COMMENT 'true for the latest of a room, null for all before',
  PRIMARY KEY (id),
  CONSTRAINT room_survey_live_once UNIQUE (room_id, live),
  CONSTRAINT room_survey_said CHECK (power OR note IS NOT NULL),
  CONSTRAINT room_survey_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT room_survey_room FOREIGN KEY (room_id) REFERENCES room (id)
) COLLATE utf8mb4_uca1400_as_ci;
