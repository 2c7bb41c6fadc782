-- Room install.ready: texts that technicians have ready for comments, for what work waits for and for what was done.
CREATE TABLE IF NOT EXISTS ready_text (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  authority_id BIGINT        NOT NULL,
  kind_code    VARCHAR(40)   NULL COMMENT 'only for tickets of this kind; null: for all',
  place        VARCHAR(20)   NOT NULL COMMENT 'where it is offered',
  name         VARCHAR(80)   NOT NULL,
  text_de      VARCHAR(2000) NOT NULL,
  text_en      VARCHAR(2000) NOT NULL,
  ended        BOOLEAN       NOT NULL DEFAULT FALSE COMMENT 'offered no more',
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT ready_text_name_once UNIQUE (authority_id, place, name),
  CONSTRAINT ready_text_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
) COLLATE utf8mb4_uca1400_as_ci;
