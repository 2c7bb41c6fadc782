-- Room install.planning: what a technician can do, by kinds of tickets.
CREATE TABLE IF NOT EXISTS technician_skill (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  technician_id BIGINT      NOT NULL,
  kind_code     VARCHAR(40) NOT NULL COMMENT 'kind of ticket',
  PRIMARY KEY (id),
  CONSTRAINT technician_skill_once UNIQUE (technician_id, kind_code),
  CONSTRAINT technician_skill_technician FOREIGN KEY (technician_id) REFERENCES app_user (id)
) COLLATE utf8mb4_uca1400_as_ci;
