-- Room procurement.catalogue: sets are what is asked for together, article by article; services are articles that never become a device
-- (kind SERVICE of their model), licences and maintenance with the months for which they are paid.
ALTER TABLE catalogue_item ADD COLUMN IF NOT EXISTS term_months INT NULL COMMENT 'a licence or a service for so many months, null for all else';
ALTER TABLE catalogue_item DROP CONSTRAINT IF EXISTS catalogue_item_term;
ALTER TABLE catalogue_item ADD CONSTRAINT catalogue_item_term CHECK (term_months BETWEEN 1 AND 240);

CREATE TABLE IF NOT EXISTS catalogue_set (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  name        VARCHAR(160)  NOT NULL,
  note        VARCHAR(1000) NULL COMMENT 'what it is for',
  active      BOOLEAN       NOT NULL DEFAULT TRUE,
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT catalogue_set_name_once UNIQUE (name)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS catalogue_set_member (
  id      BIGINT NOT NULL AUTO_INCREMENT,
  set_id  BIGINT NOT NULL,
  item_id BIGINT NOT NULL,
  pieces  INT    NOT NULL COMMENT 'of the article in one set',
  PRIMARY KEY (id),
  CONSTRAINT catalogue_set_member_once UNIQUE (set_id, item_id),
  CONSTRAINT catalogue_set_member_set FOREIGN KEY (set_id) REFERENCES catalogue_set (id),
  CONSTRAINT catalogue_set_member_item FOREIGN KEY (item_id) REFERENCES catalogue_item (id),
  CONSTRAINT catalogue_set_member_pieces CHECK (pieces BETWEEN 1 AND 1000)
) COLLATE utf8mb4_uca1400_as_ci;

ALTER TABLE request_item ADD COLUMN IF NOT EXISTS set_id BIGINT NULL COMMENT 'the set as part of which it was asked for';
ALTER TABLE request_item ADD CONSTRAINT request_item_set FOREIGN KEY IF NOT EXISTS (set_id) REFERENCES catalogue_set (id);
