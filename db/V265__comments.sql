-- Comments at any subject, what they said before they were edited, and who watches what.
CREATE TABLE IF NOT EXISTS talk_comment (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  subject_type VARCHAR(40)   NOT NULL,
  subject_id   BIGINT        NOT NULL,
  internal     BOOLEAN       NOT NULL COMMENT 'within the offices: never shown to a school',
  text         VARCHAR(4000) NOT NULL COMMENT 'empty once it was removed',
  actor_id     BIGINT        NOT NULL,
  actor_name   VARCHAR(120)  NOT NULL,
  written_at   DATETIME(6)   NOT NULL,
  edited_at    DATETIME(6)   NULL,
  removed_at   DATETIME(6)   NULL,
  removed_by   VARCHAR(120)  NULL,
  removed_why  VARCHAR(1000) NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT talk_comment_actor FOREIGN KEY (actor_id) REFERENCES app_user (id),
  INDEX talk_comment_subject (subject_type, subject_id, id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS talk_former (
  id         BIGINT        NOT NULL AUTO_INCREMENT,
  comment_id BIGINT        NOT NULL,
  text       VARCHAR(4000) NOT NULL COMMENT 'what the comment said until then',
  until_at   DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT talk_former_comment FOREIGN KEY (comment_id) REFERENCES talk_comment (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS talk_watch (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  user_id      BIGINT      NOT NULL,
  subject_type VARCHAR(40) NOT NULL,
  subject_id   BIGINT      NOT NULL,
  subject_no   VARCHAR(40) NOT NULL,
  since_at     DATETIME(6) NOT NULL,
  ended        BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'the person no longer wants it, also not by habit',
  PRIMARY KEY (id),
  CONSTRAINT talk_watch_once UNIQUE (user_id, subject_type, subject_id),
  CONSTRAINT talk_watch_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  INDEX talk_watch_subject (subject_type, subject_id)
);

CREATE TABLE IF NOT EXISTS talk_habit (
  user_id BIGINT  NOT NULL,
  speaks  BOOLEAN NOT NULL COMMENT 'watches where a comment was written',
  acts    BOOLEAN NOT NULL COMMENT 'watches what something was done with',
  PRIMARY KEY (user_id),
  CONSTRAINT talk_habit_user FOREIGN KEY (user_id) REFERENCES app_user (id)
);
