-- Addresses of other programs that are told what happens, and the messages to them.
CREATE TABLE IF NOT EXISTS webhook (
  id           BIGINT         NOT NULL AUTO_INCREMENT,
  name         VARCHAR(80)    NOT NULL,
  url          VARCHAR(500)   NOT NULL,
  secret       VARBINARY(200) NOT NULL COMMENT 'sealed',
  kinds        VARCHAR(420)   NOT NULL COMMENT 'names of subjects with commas between',
  school_id    BIGINT         NULL COMMENT 'only of this school',
  authority_id BIGINT         NULL COMMENT 'only of this authority and its schools',
  active       BOOLEAN        NOT NULL,
  since_at     DATETIME(6)    NOT NULL COMMENT 'hears of what happens from then on',
  failures     INT            NOT NULL DEFAULT 0 COMMENT 'in a row',
  version      INT            NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT webhook_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT webhook_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS webhook_delivery (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  webhook_id BIGINT       NOT NULL,
  event_id   VARCHAR(60)  NOT NULL COMMENT 'by which a receiver knows what it has heard of already',
  kind       VARCHAR(80)  NOT NULL,
  subject_no VARCHAR(40)  NULL,
  body       TEXT         NOT NULL,
  state      VARCHAR(10)  NOT NULL COMMENT 'WAITING, SENDING, SENT or DEAD',
  tries      INT          NOT NULL DEFAULT 0,
  made_at    DATETIME(6)  NOT NULL,
  due_at     DATETIME(6)  NOT NULL COMMENT 'not before; while it is being sent: when another one may take it over',
  sent_at    DATETIME(6)  NULL,
  status     INT          NULL COMMENT 'of the last answer',
  problem    VARCHAR(300) NULL COMMENT 'why there was none',
  PRIMARY KEY (id),
  CONSTRAINT webhook_delivery_once UNIQUE (webhook_id, event_id),
  CONSTRAINT webhook_delivery_of FOREIGN KEY (webhook_id) REFERENCES webhook (id),
  INDEX webhook_delivery_due (state, due_at),
  INDEX webhook_delivery_age (made_at)
) COLLATE utf8mb4_uca1400_as_ci;
