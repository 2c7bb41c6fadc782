-- Which companies were asked for an offer by mail, until when, and with which words. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS award_invite (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  bid_id       BIGINT        NOT NULL,
  recipient    VARCHAR(200)  NOT NULL,
  answer_to    VARCHAR(200)  NOT NULL COMMENT 'where offers go',
  until_on     DATE          NOT NULL,
  words        VARCHAR(2000) NULL,
  files        VARCHAR(6000) NULL COMMENT 'names of the files that went with it',
  mail_name    VARCHAR(80)   NOT NULL COMMENT 'name of the letter, which is forgotten sooner',
  sent_by      VARCHAR(120)  NOT NULL,
  sent_at      DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT award_invite_bid FOREIGN KEY (bid_id) REFERENCES award_bid (id),
  CONSTRAINT award_invite_once UNIQUE (mail_name)
);
