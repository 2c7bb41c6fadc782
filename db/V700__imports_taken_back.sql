-- What an import has made, and the newest line of any history when it had stored all, so that it can be taken back as long as nobody has touched it. Can be repeated.
ALTER TABLE import_job ADD COLUMN IF NOT EXISTS stored_row BIGINT NULL COMMENT 'newest line of the history when all was stored; null: not known';
CREATE TABLE IF NOT EXISTS import_made (
  id         BIGINT NOT NULL AUTO_INCREMENT,
  import_id  BIGINT NOT NULL,
  subject_id BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT import_made_once UNIQUE (import_id, subject_id),
  CONSTRAINT import_made_import FOREIGN KEY (import_id) REFERENCES import_job (id) ON DELETE CASCADE
);
