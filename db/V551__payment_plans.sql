-- Plans of payments of positions by household year, each the sum of its years, put right with a reason. Repeatable from any point.
CREATE TABLE IF NOT EXISTS payment_plan (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  no             VARCHAR(40)   NOT NULL COMMENT 'number of the application and of the position',
  position_id    BIGINT        NOT NULL,
  application_id BIGINT        NOT NULL,
  authority_id   BIGINT        NOT NULL,
  state          VARCHAR(20)   NOT NULL,
  total_cents    BIGINT        NOT NULL COMMENT 'eligible expenditure, own share included: the sum of its years',
  recorded_by    VARCHAR(120)  NOT NULL,
  recorded_at    DATETIME(6)   NOT NULL,
  version        INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT payment_plan_position_once UNIQUE (position_id),
  CONSTRAINT payment_plan_position FOREIGN KEY (position_id) REFERENCES funding_position (id) ON DELETE CASCADE,
  CONSTRAINT payment_plan_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT payment_plan_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT payment_plan_total CHECK (total_cents > 0)
);
CREATE TABLE IF NOT EXISTS payment_plan_year (
  id           BIGINT NOT NULL AUTO_INCREMENT,
  plan_id      BIGINT NOT NULL,
  plan_year    INT    NOT NULL COMMENT 'household year, a calendar year',
  amount_cents BIGINT NOT NULL COMMENT 'eligible expenditure, own share included',
  PRIMARY KEY (id),
  CONSTRAINT payment_plan_year_once UNIQUE (plan_id, plan_year),
  CONSTRAINT payment_plan_year_plan FOREIGN KEY (plan_id) REFERENCES payment_plan (id) ON DELETE CASCADE,
  CONSTRAINT payment_plan_year_amount CHECK (amount_cents > 0),
  CONSTRAINT payment_plan_year_range CHECK (plan_year BETWEEN 2000 AND 2100)
);
