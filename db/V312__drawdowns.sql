-- Grant money that is drawn: what was asked for, what came, and which posting each cent stands for. Repeatable from any point.
CREATE TABLE IF NOT EXISTS drawdown (
  id                BIGINT       NOT NULL AUTO_INCREMENT,
  no                VARCHAR(20)  NOT NULL,
  application_id    BIGINT       NOT NULL,
  authority_id      BIGINT       NOT NULL,
  state             VARCHAR(20)  NOT NULL,
  planned           BOOLEAN      NOT NULL COMMENT 'by the plan of the programme, otherwise for what was spent',
  eligible_cents    BIGINT       NOT NULL COMMENT 'eligible expenditure of its lines, own share included',
  grant_cents       BIGINT       NOT NULL COMMENT 'grant money that is asked for',
  proof_accepted_on DATE         NULL COMMENT 'day on which the proof of use was accepted, if it was',
  requested_on      DATE         NULL,
  reference         VARCHAR(80)  NULL COMMENT 'of the granting body',
  received_on       DATE         NULL,
  received_cents    BIGINT       NOT NULL DEFAULT 0,
  repaid_cents      BIGINT       NOT NULL DEFAULT 0,
  spend_by_on       DATE         NULL COMMENT 'last day on which the money is to be spent',
  created_at        DATETIME(6)  NOT NULL,
  version           INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT drawdown_no_once UNIQUE (no),
  CONSTRAINT drawdown_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT drawdown_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT drawdown_amounts CHECK (grant_cents > 0 AND received_cents BETWEEN 0 AND grant_cents AND repaid_cents BETWEEN 0 AND received_cents)
);
CREATE TABLE IF NOT EXISTS drawdown_line (
  id             BIGINT  NOT NULL AUTO_INCREMENT,
  drawdown_id    BIGINT  NOT NULL,
  budget_id      BIGINT  NOT NULL,
  posting_id     BIGINT  NULL COMMENT 'the expenditure that is drawn for; null for a part of the plan',
  eligible_cents BIGINT  NOT NULL,
  grant_cents    BIGINT  NOT NULL,
  live           TINYINT NULL DEFAULT 1 COMMENT 'null once the drawdown was cancelled or repaid: the expenditure may be drawn again',
  PRIMARY KEY (id),
  CONSTRAINT drawdown_line_drawdown FOREIGN KEY (drawdown_id) REFERENCES drawdown (id),
  CONSTRAINT drawdown_line_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT drawdown_line_posting FOREIGN KEY (posting_id) REFERENCES posting (id),
  CONSTRAINT drawdown_posting_once UNIQUE (posting_id, live)
);
