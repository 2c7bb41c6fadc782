-- Module paper: signatures under printed papers. Can be repeated.
CREATE TABLE IF NOT EXISTS signature (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  kind          VARCHAR(40)   NOT NULL COMMENT 'of the printed paper, e.g. protocol',
  subject_type  VARCHAR(40)   NOT NULL,
  subject_id    BIGINT        NOT NULL,
  name          VARCHAR(120)  NOT NULL,
  capacity      VARCHAR(120)  NULL COMMENT 'function in which the person signs',
  strokes       MEDIUMTEXT    NULL COMMENT 'x,y of each point in thousandths of the width, a blank between points, a semicolon between strokes; null: not drawn',
  picture       MEDIUMBLOB    NULL COMMENT 'PNG of the strokes',
  said          MEDIUMTEXT    NOT NULL COMMENT 'the words that were signed',
  said_sha256   CHAR(64)      NOT NULL,
  actor_id      BIGINT        NULL,
  actor_name    VARCHAR(120)  NOT NULL,
  signed_at     DATETIME(6)   NOT NULL,
  withdrawn_at  DATETIME(6)   NULL,
  withdrawn_by  VARCHAR(120)  NULL,
  withdrawn_why VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  INDEX signature_subject (kind, subject_id, id)
) COLLATE utf8mb4_uca1400_as_ci;
