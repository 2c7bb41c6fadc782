-- Awards to which the role of an auditor is limited, each from a day to a day. A limit is ended or lifted with a reason, never deleted:
-- who has one that is not lifted sees nothing else, even when its days are over. Repeatable from any point.
CREATE TABLE IF NOT EXISTS award_limit (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  user_id        BIGINT       NOT NULL,
  application_id BIGINT       NOT NULL,
  from_on        DATE         NOT NULL,
  to_on          DATE         NOT NULL COMMENT 'last day, included',
  note           VARCHAR(300) NULL COMMENT 'on what ground it was given',
  given_by       VARCHAR(120) NOT NULL,
  given_at       DATETIME(6)  NOT NULL,
  ended_on       DATE         NULL COMMENT 'from this day on it shows nothing any more',
  lifted_at      DATETIME(6)  NULL COMMENT 'the role shows all again',
  why            VARCHAR(300) NULL COMMENT 'reason of the end or of the lifting',
  version        INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT award_limit_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT award_limit_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT award_limit_days CHECK (to_on >= from_on),
  CONSTRAINT award_limit_why CHECK (ended_on IS NULL AND lifted_at IS NULL OR why IS NOT NULL),
  INDEX award_limit_holds (user_id, lifted_at)
);
