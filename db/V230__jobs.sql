-- Module platform.job: work in the background. The first table is db-scheduler's own, with its names; the other two are ours.
CREATE TABLE IF NOT EXISTS job_task (
  task_name            VARCHAR(100) NOT NULL COMMENT 'kind of the job',
  task_instance        VARCHAR(100) NOT NULL,
  task_data            BLOB         NULL,
  execution_time       DATETIME(6)  NOT NULL,
  picked               BOOLEAN      NOT NULL,
  picked_by            VARCHAR(50)  NULL,
  last_success         DATETIME(6)  NULL,
  last_failure         DATETIME(6)  NULL,
  consecutive_failures INT          NULL,
  last_heartbeat       DATETIME(6)  NULL,
  version              BIGINT       NOT NULL,
  priority             SMALLINT     NULL,
  PRIMARY KEY (task_name, task_instance),
  INDEX job_task_due (execution_time),
  INDEX job_task_heartbeat (last_heartbeat)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS job_pause (
  kind       VARCHAR(40)  NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  paused_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (kind)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS job_run (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  kind       VARCHAR(40)  NOT NULL,
  subject    VARCHAR(255) NULL COMMENT 'what it is about, for kinds that take one thing at a time',
  node       VARCHAR(50)  NOT NULL COMMENT 'the server that runs it',
  started_at DATETIME(6)  NOT NULL,
  ended_at   DATETIME(6)  NULL,
  outcome    VARCHAR(20)  NOT NULL,
  done       BIGINT       NOT NULL DEFAULT 0,
  total      BIGINT       NOT NULL DEFAULT 0,
  message    VARCHAR(2000) NULL COMMENT 'text key and what fills its places, one a line',
  cancelled  BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'somebody wants it to end',
  PRIMARY KEY (id),
  INDEX job_run_kind (kind, id),
  INDEX job_run_open (ended_at, kind),
  INDEX job_run_started (started_at)
) COLLATE utf8mb4_uca1400_as_ci;

-- Module exchange: who has started an import, and how often a server has begun it.
ALTER TABLE import_job ADD COLUMN IF NOT EXISTS started_by BIGINT NULL;
ALTER TABLE import_job ADD COLUMN IF NOT EXISTS attempts INT NOT NULL DEFAULT 0;
ALTER TABLE import_job ADD INDEX IF NOT EXISTS import_job_state (state, id);
