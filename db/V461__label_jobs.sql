-- Labels that are made in the background, and the files that come of it. Can be repeated.
CREATE TABLE IF NOT EXISTS label_job (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  user_id    BIGINT       NOT NULL COMMENT 'who wants them, and alone sees them',
  user_name  VARCHAR(120) NOT NULL,
  source     VARCHAR(40)  NOT NULL COMMENT 'what they are of',
  asked      TEXT         NOT NULL COMMENT 'what was chosen, as it stands in an address',
  format     VARCHAR(40)  NOT NULL,
  code       VARCHAR(20)  NOT NULL,
  first_free INT          NOT NULL,
  frame      BOOLEAN      NOT NULL,
  ids        MEDIUMTEXT   NOT NULL COMMENT 'of the things, in the order of their labels, with blanks between',
  total      INT          NOT NULL,
  done       INT          NOT NULL COMMENT 'things that the parts hold so far',
  state      VARCHAR(20)  NOT NULL,
  begun      INT          NOT NULL COMMENT 'how often a server has begun the part that comes next',
  created_at DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL,
  version    INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT label_job_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT label_job_counts CHECK (total > 0 AND done BETWEEN 0 AND total),
  INDEX label_job_of_user (user_id, id),
  INDEX label_job_by_state (state, id)
);
CREATE TABLE IF NOT EXISTS label_part (
  id      BIGINT     NOT NULL AUTO_INCREMENT,
  job_id  BIGINT     NOT NULL,
  part_no INT        NOT NULL,
  things  INT        NOT NULL COMMENT 'that this part is about',
  labels  INT        NOT NULL COMMENT 'fewer than things if some may not be seen any more',
  content MEDIUMBLOB NOT NULL COMMENT 'PDF',
  PRIMARY KEY (id),
  CONSTRAINT label_part_job FOREIGN KEY (job_id) REFERENCES label_job (id),
  CONSTRAINT label_part_once UNIQUE (job_id, part_no)
);
