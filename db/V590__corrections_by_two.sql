-- A correction of a budget by a free amount is proposed by one person and confirmed by another. What was corrected before stays in the ledger. Can be repeated.
CREATE TABLE IF NOT EXISTS budget_correction (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  no           VARCHAR(20)   NOT NULL,
  state        VARCHAR(20)   NOT NULL,
  authority_id BIGINT        NOT NULL,
  budget_id    BIGINT        NOT NULL,
  amount_cents BIGINT        NOT NULL COMMENT 'gross; above zero: more was spent, below zero: taken back',
  reason       VARCHAR(1000) NOT NULL,
  created_at   DATETIME(6)   NOT NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT budget_correction_no_once UNIQUE (no),
  CONSTRAINT budget_correction_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT budget_correction_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT budget_correction_amount CHECK (amount_cents <> 0),
  INDEX budget_correction_waiting (state, authority_id), INDEX budget_correction_by_created (created_at), INDEX budget_correction_by_amount (amount_cents)
);
