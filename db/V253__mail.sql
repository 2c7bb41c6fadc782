-- Letters by mail: kept until they are delivered, with what came of them; which notices are to be sent.
CREATE TABLE IF NOT EXISTS mail (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  name           VARCHAR(80)  NOT NULL COMMENT 'what it is about, once: notice-17; also its Message-ID',
  recipient      VARCHAR(200) NOT NULL,
  recipient_name VARCHAR(120) NULL,
  subject        VARCHAR(200) NOT NULL,
  body           MEDIUMTEXT   NULL COMMENT 'plain text; removed 30 days after it was delivered',
  html           MEDIUMTEXT   NULL,
  unsubscribe    VARCHAR(300) NULL,
  state          VARCHAR(10)  NOT NULL COMMENT 'WAITING, SENDING, SENT or DEAD',
  tries          INT          NOT NULL DEFAULT 0,
  created_at     DATETIME(6)  NOT NULL,
  due_at         DATETIME(6)  NOT NULL COMMENT 'not before; while it is being sent: when another one may take it over',
  sent_at        DATETIME(6)  NULL,
  problem        VARCHAR(500) NULL COMMENT 'what the mail server said last',
  PRIMARY KEY (id),
  CONSTRAINT mail_once UNIQUE (name),
  INDEX mail_due (state, due_at),
  INDEX mail_state (state, id)
);

ALTER TABLE notice ADD COLUMN IF NOT EXISTS mail VARCHAR(8) NULL COMMENT 'NOW or DIGEST while it is still to be sent';
ALTER TABLE notice ADD INDEX IF NOT EXISTS notice_mail (mail, user_id);
