-- Money that moves between budgets: for good, or lent until a day. Can be repeated.
CREATE TABLE IF NOT EXISTS transfer (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  no             VARCHAR(20)   NOT NULL,
  kind           VARCHAR(20)   NOT NULL COMMENT 'SHIFT or LOAN',
  state          VARCHAR(20)   NOT NULL,
  authority_id   BIGINT        NOT NULL,
  from_budget_id BIGINT        NOT NULL,
  to_budget_id   BIGINT        NOT NULL,
  amount_cents   BIGINT        NOT NULL,
  returned_cents BIGINT        NOT NULL DEFAULT 0 COMMENT 'what of a loan has flowed back',
  returns        INT           NOT NULL DEFAULT 0 COMMENT 'in how many parts',
  back_on        DATE          NULL COMMENT 'when a loan flows back',
  reason         VARCHAR(1000) NOT NULL,
  created_at     DATETIME(6)   NOT NULL,
  version        INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT transfer_no_once UNIQUE (no),
  CONSTRAINT transfer_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT transfer_from FOREIGN KEY (from_budget_id) REFERENCES budget (id),
  CONSTRAINT transfer_to FOREIGN KEY (to_budget_id) REFERENCES budget (id),
  CONSTRAINT transfer_amount CHECK (amount_cents > 0 AND returned_cents BETWEEN 0 AND amount_cents),
  CONSTRAINT transfer_between_two CHECK (from_budget_id <> to_budget_id),
  INDEX transfer_waiting (state, back_on),
  INDEX transfer_by_created (created_at), INDEX transfer_by_amount (amount_cents), INDEX transfer_by_returned (returned_cents),
  INDEX transfer_by_back (back_on), INDEX transfer_by_kind (kind)
);
ALTER TABLE posting DROP CONSTRAINT IF EXISTS posting_amount;
ALTER TABLE posting ADD CONSTRAINT posting_amount CHECK (amount_cents > 0 OR (kind IN ('CORRECT', 'ALLOT', 'TRANSFER') AND amount_cents <> 0));
