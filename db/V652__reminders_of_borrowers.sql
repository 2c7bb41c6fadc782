-- Reminders by mail go to who has borrowed something, where the authority has said so. Repeatable.
CREATE TABLE IF NOT EXISTS loan_reminding (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  authority_id BIGINT       NOT NULL,
  sends        BOOLEAN      NOT NULL COMMENT 'false: nobody is written to',
  days_before  INT          NOT NULL COMMENT 'so many days before it is due',
  days_again   INT          NOT NULL COMMENT 'every so many days while it is overdue',
  set_at       DATETIME(6)  NOT NULL,
  set_by       VARCHAR(120) NOT NULL,
  version      INT          NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_reminding_once UNIQUE (authority_id),
  CONSTRAINT loan_reminding_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT loan_reminding_before CHECK (days_before BETWEEN 0 AND 30),
  CONSTRAINT loan_reminding_again CHECK (days_again BETWEEN 1 AND 60)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_reminder (
  loan_id BIGINT      NOT NULL,
  kind    VARCHAR(10) NOT NULL COMMENT 'DUE, OVERDUE',
  told_on DATE        NOT NULL,
  due_on  DATE        NOT NULL COMMENT 'the day of which was told',
  PRIMARY KEY (loan_id, kind, told_on),
  CONSTRAINT loan_reminder_loan FOREIGN KEY (loan_id) REFERENCES loan (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE loan_link ADD COLUMN IF NOT EXISTS seed VARCHAR(43) NULL COMMENT 'of a link that letters carry: with the key of the installation its secret and code follow from it';
