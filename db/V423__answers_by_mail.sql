-- Answers to letters become comments; what cannot be one waits for an administrator. Repeatable from any point.
ALTER TABLE mail ADD COLUMN IF NOT EXISTS reply_to VARCHAR(200) NULL COMMENT 'where an answer goes; null: to the sender';

CREATE TABLE IF NOT EXISTS arrived_mail (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  message_hash CHAR(64)      NOT NULL COMMENT 'of what names the message: it is taken once',
  state        VARCHAR(20)   NOT NULL,
  reason       VARCHAR(20)   NULL COMMENT 'why it is no comment',
  arrived_at   DATETIME(6)   NOT NULL,
  sender       VARCHAR(200)  NULL COMMENT 'while it waits',
  subject      VARCHAR(300)  NULL COMMENT 'while it waits',
  words        VARCHAR(4000) NULL COMMENT 'while it waits',
  files        VARCHAR(1000) NULL COMMENT 'names of its files, one in a line',
  left_there   BOOLEAN       NOT NULL COMMENT 'the message stands in the mailbox still, with its files',
  user_id      BIGINT        NULL COMMENT 'whom the address names',
  subject_type VARCHAR(40)   NULL,
  subject_id   BIGINT        NULL,
  internal     BOOLEAN       NOT NULL DEFAULT FALSE,
  comment_id   BIGINT        NULL,
  worked_by    BIGINT        NULL,
  worked_at    DATETIME(6)   NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT arrived_mail_once UNIQUE (message_hash),
  INDEX arrived_mail_state (state, arrived_at),
  INDEX arrived_mail_user (user_id, arrived_at),
  INDEX arrived_mail_sender (sender),
  CONSTRAINT arrived_mail_person FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT arrived_mail_worker FOREIGN KEY (worked_by) REFERENCES app_user (id)
) COLLATE utf8mb4_uca1400_as_ci;
