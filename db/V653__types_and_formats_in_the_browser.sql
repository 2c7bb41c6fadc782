-- Types of files and formats of labels are changed in the browser. Repeatable.
ALTER TABLE paper_type
  ADD COLUMN IF NOT EXISTS id      BIGINT NOT NULL AUTO_INCREMENT,
  ADD INDEX IF NOT EXISTS paper_type_no (id),
  ADD COLUMN IF NOT EXISTS version INT    NOT NULL DEFAULT 0;
ALTER TABLE label_format
  ADD COLUMN IF NOT EXISTS offered BOOLEAN NOT NULL DEFAULT TRUE,
  ADD COLUMN IF NOT EXISTS version INT     NOT NULL DEFAULT 0;
CREATE TABLE IF NOT EXISTS label_format_before (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  format_id   BIGINT       NOT NULL,
  name        VARCHAR(80)  NOT NULL,
  page_w      INT          NOT NULL,
  page_h      INT          NOT NULL,
  across      INT          NOT NULL,
  down        INT          NOT NULL,
  edge_x      INT          NOT NULL,
  edge_y      INT          NOT NULL,
  step_x      INT          NOT NULL,
  step_y      INT          NOT NULL,
  label_w     INT          NOT NULL,
  label_h     INT          NOT NULL,
  replaced_at DATETIME(6)  NOT NULL,
  replaced_by VARCHAR(120) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT label_format_before_format FOREIGN KEY (format_id) REFERENCES label_format (id)
) COLLATE utf8mb4_uca1400_as_ci;
