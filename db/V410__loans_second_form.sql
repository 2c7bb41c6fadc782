-- Loans in their second form: terms in editions and prices of an authority, sheets on which devices go out and come back, claims for damage
-- and loss. Can be repeated. Loans from before have no sheet and no edition of terms.
CREATE TABLE IF NOT EXISTS loan_terms (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  authority_id BIGINT        NOT NULL,
  edition      INT           NOT NULL,
  text         VARCHAR(8000) NOT NULL,
  valid_on     DATE          NOT NULL COMMENT 'first day',
  made_at      DATETIME(6)   NOT NULL,
  made_by      VARCHAR(120)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_terms_once UNIQUE (authority_id, edition),
  CONSTRAINT loan_terms_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_price (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  authority_id BIGINT       NOT NULL,
  label        VARCHAR(120) NOT NULL,
  price_cents  BIGINT       NOT NULL,
  made_at      DATETIME(6)  NOT NULL,
  made_by      VARCHAR(120) NOT NULL,
  ended_at     DATETIME(6)  NULL,
  ended_by     VARCHAR(120) NULL,
  version      INT          NOT NULL DEFAULT 0,
  is_open      TINYINT AS (IF(ended_at IS NULL, 1, NULL)) PERSISTENT,
  PRIMARY KEY (id),
  CONSTRAINT loan_price_once UNIQUE (authority_id, label, is_open),
  CONSTRAINT loan_price_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT loan_price_amount CHECK (price_cents > 0)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_sheet (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  no        VARCHAR(20)  NOT NULL,
  school_id BIGINT       NOT NULL,
  way       VARCHAR(20)  NOT NULL COMMENT 'OUT, BACK, SWAP',
  made_at   DATETIME(6)  NOT NULL,
  made_by   VARCHAR(120) NOT NULL,
  erased_on DATE         NULL,
  PRIMARY KEY (id),
  CONSTRAINT loan_sheet_no_once UNIQUE (no),
  CONSTRAINT loan_sheet_school FOREIGN KEY (school_id) REFERENCES school (id)
) COLLATE utf8mb4_uca1400_as_ci;
CREATE TABLE IF NOT EXISTS loan_sheet_item (
  id              BIGINT        NOT NULL AUTO_INCREMENT,
  sheet_id        BIGINT        NOT NULL,
  loan_id         BIGINT        NOT NULL,
  goes_out        BOOLEAN       NOT NULL COMMENT 'false: it came back',
  `condition`     VARCHAR(20)   NOT NULL,
  accessories     VARCHAR(500)  NULL COMMENT 'that went out, or that were missing at the return',
  PRIMARY KEY (id),
  CONSTRAINT loan_sheet_item_once UNIQUE (sheet_id, loan_id),
  CONSTRAINT loan_sheet_item_sheet FOREIGN KEY (sheet_id) REFERENCES loan_sheet (id),
  CONSTRAINT loan_sheet_item_loan FOREIGN KEY (loan_id) REFERENCES loan (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE loan ADD COLUMN IF NOT EXISTS terms_id BIGINT NULL COMMENT 'edition of the terms on the day of the hand-out; null: none was in force',
  ADD COLUMN IF NOT EXISTS after_id BIGINT NULL COMMENT 'loan whose device this one was swapped for';
ALTER TABLE loan ADD CONSTRAINT loan_by_terms FOREIGN KEY IF NOT EXISTS (terms_id) REFERENCES loan_terms (id),
  ADD CONSTRAINT loan_after FOREIGN KEY IF NOT EXISTS (after_id) REFERENCES loan (id);
CREATE TABLE IF NOT EXISTS loan_claim (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  no           VARCHAR(20)   NOT NULL,
  school_id    BIGINT        NOT NULL,
  loan_id      BIGINT        NOT NULL,
  kind         VARCHAR(20)   NOT NULL COMMENT 'DAMAGE, LOSS',
  state        VARCHAR(20)   NOT NULL,
  label        VARCHAR(120)  NOT NULL COMMENT 'what is claimed, in the words of the price list of that day',
  amount_cents BIGINT        NOT NULL,
  words        VARCHAR(2000) NULL COMMENT 'what happened; erased with the loan',
  due_on       DATE          NOT NULL,
  opened_at    DATETIME(6)   NOT NULL,
  opened_by    VARCHAR(120)  NOT NULL,
  paid_on      DATE          NULL,
  open_on      DATE          NULL COMMENT 'due_on while it is open',
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT loan_claim_no_once UNIQUE (no),
  CONSTRAINT loan_claim_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT loan_claim_loan FOREIGN KEY (loan_id) REFERENCES loan (id),
  CONSTRAINT loan_claim_amount CHECK (amount_cents > 0),
  INDEX loan_claim_of_school (school_id, id),
  INDEX loan_claim_by_state (state, due_on, school_id),
  INDEX loan_claim_by_due (due_on),
  INDEX loan_claim_by_amount (amount_cents)
) COLLATE utf8mb4_uca1400_as_ci;
