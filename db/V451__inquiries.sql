-- Questions between an authority and its granting body about an application, with the day until which they are to be answered.
-- Repeatable from any point.
CREATE TABLE IF NOT EXISTS inquiry (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  no             VARCHAR(20)   NOT NULL,
  application_id BIGINT        NOT NULL,
  authority_id   BIGINT        NOT NULL,
  side           VARCHAR(20)   NOT NULL COMMENT 'who has asked',
  state          VARCHAR(20)   NOT NULL,
  subject        VARCHAR(200)  NOT NULL,
  words          VARCHAR(4000) NOT NULL,
  asked_on       DATE          NOT NULL,
  due_on         DATE          NULL COMMENT 'day until which it is to be answered',
  answer         VARCHAR(2000) NULL,
  answered_on    DATE          NULL,
  answered_by    VARCHAR(120)  NULL COMMENT 'who recorded the answer',
  recorded_by    VARCHAR(120)  NOT NULL,
  recorded_at    DATETIME(6)   NOT NULL,
  version        INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT inquiry_no_once UNIQUE (no),
  CONSTRAINT inquiry_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT inquiry_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT inquiry_days CHECK ((due_on IS NULL OR due_on >= asked_on) AND (answered_on IS NULL OR answered_on >= asked_on)),
  CONSTRAINT inquiry_answered CHECK ((answered_on IS NULL) = (answer IS NULL) AND (answered_on IS NULL) = (answered_by IS NULL)),
  INDEX inquiry_waiting (authority_id, state, due_on)
);
