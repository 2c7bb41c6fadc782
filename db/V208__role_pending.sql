-- A role that moves money or administers, given by one administrator and not yet confirmed by a second person: it does not hold.
CREATE TABLE IF NOT EXISTS role_pending (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  user_id      BIGINT      NOT NULL,
  role         VARCHAR(30) NOT NULL,
  authority_id BIGINT      NULL,
  school_id    BIGINT      NULL,
  place        VARCHAR(45) AS (CONCAT(IFNULL(authority_id, ''), '/', IFNULL(school_id, ''))) PERSISTENT,
  given_by     BIGINT      NOT NULL,
  given_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  UNIQUE INDEX role_pending_once (user_id, role, place),
  CONSTRAINT role_pending_user FOREIGN KEY (user_id) REFERENCES app_user (id),
  CONSTRAINT role_pending_giver FOREIGN KEY (given_by) REFERENCES app_user (id),
  CONSTRAINT role_pending_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT role_pending_school FOREIGN KEY (school_id) REFERENCES school (id)
);
