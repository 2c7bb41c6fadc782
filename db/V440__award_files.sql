-- Award files: what a purchase was estimated at, who was asked, who offered what, who was chosen and why; orders name theirs. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS award_file (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  no             VARCHAR(20)   NOT NULL,
  authority_id   BIGINT        NOT NULL,
  programme_id   BIGINT        NULL COMMENT 'by whose rules the procedure is judged; null: bought from own money alone',
  category       VARCHAR(40)   NOT NULL COMMENT 'kind of goods',
  state          VARCHAR(20)   NOT NULL,
  kind           VARCHAR(20)   NOT NULL COMMENT 'kind of procedure',
  title          VARCHAR(160)  NOT NULL,
  estimate_cents BIGINT        NOT NULL COMMENT 'net, before anybody was asked',
  basis          VARCHAR(1000) NOT NULL COMMENT 'what the estimate goes by',
  started_on     DATE          NOT NULL COMMENT 'the thresholds of this day hold',
  reason         VARCHAR(2000) NULL COMMENT 'why this kind of procedure',
  contract_id    BIGINT        NULL,
  call_off_no    VARCHAR(80)   NULL,
  chosen_bid_id  BIGINT        NULL,
  chosen_cents   BIGINT        NULL COMMENT 'net',
  choice_reason  VARCHAR(2000) NULL,
  created_at     DATETIME(6)   NOT NULL,
  version        INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT award_file_no_once UNIQUE (no),
  CONSTRAINT award_file_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT award_file_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT award_file_contract FOREIGN KEY (contract_id) REFERENCES framework_contract (id),
  CONSTRAINT award_file_estimate CHECK (estimate_cents > 0),
  CONSTRAINT award_file_chosen CHECK (state NOT IN ('PROPOSED', 'DECIDED') OR COALESCE(chosen_cents, 0) > 0 AND choice_reason IS NOT NULL),
  INDEX award_file_waiting (state, authority_id),
  INDEX award_file_kind (authority_id, category, started_on)
);
CREATE TABLE IF NOT EXISTS award_bid (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  award_id    BIGINT        NOT NULL,
  company     VARCHAR(160)  NOT NULL,
  supplier_id BIGINT        NULL COMMENT 'who it is in the catalogue',
  state       VARCHAR(20)   NOT NULL,
  asked_on    DATE          NOT NULL,
  offered_on  DATE          NULL,
  net_cents   BIGINT        NULL,
  note        VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT award_bid_award FOREIGN KEY (award_id) REFERENCES award_file (id),
  CONSTRAINT award_bid_supplier FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT award_bid_once UNIQUE (award_id, company),
  CONSTRAINT award_bid_offer CHECK ((state = 'OFFERED') = (net_cents IS NOT NULL) AND (net_cents IS NULL) = (offered_on IS NULL)),
  CONSTRAINT award_bid_amount CHECK (net_cents > 0)
);
ALTER TABLE award_file ADD CONSTRAINT award_file_bid FOREIGN KEY IF NOT EXISTS (chosen_bid_id) REFERENCES award_bid (id);
ALTER TABLE purchase_order ADD COLUMN IF NOT EXISTS award_id BIGINT NULL AFTER award_reference;
ALTER TABLE purchase_order ADD CONSTRAINT purchase_order_award FOREIGN KEY IF NOT EXISTS (award_id) REFERENCES award_file (id);
INSERT IGNORE INTO paper_kind (code, name_de, name_en, place) VALUES ('AWARD_NOTE', 'Vergabevermerk', 'Note of the award', 34);
