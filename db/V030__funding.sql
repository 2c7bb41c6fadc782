-- Module funding: programme and its rules, application, decision, budget, posting. All amounts are gross, in cents.
CREATE TABLE programme (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  code      VARCHAR(30)  NOT NULL,
  name      VARCHAR(160) NOT NULL,
  starts_on DATE         NOT NULL,
  ends_on   DATE         NOT NULL,
  version   INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT programme_code_once UNIQUE (code)
);

CREATE TABLE programme_rule (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  programme_id BIGINT       NOT NULL,
  kind         VARCHAR(40)  NOT NULL,
  category     VARCHAR(40)  NOT NULL DEFAULT 'ALL' COMMENT 'ALL: for every category',
  value        VARCHAR(120) NOT NULL COMMENT 'read according to kind: basis points, date, years, event',
  valid_from   DATE         NOT NULL,
  source       VARCHAR(300) NOT NULL,
  source_url   VARCHAR(500) NULL,
  verified     BOOLEAN      NOT NULL DEFAULT FALSE,
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT programme_rule_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT rule_once_per_day UNIQUE (programme_id, kind, category, valid_from)
);

CREATE TABLE programme_ceiling (
  id            BIGINT       NOT NULL AUTO_INCREMENT,
  programme_id  BIGINT       NOT NULL,
  authority_id  BIGINT       NOT NULL,
  ceiling_cents BIGINT       NOT NULL COMMENT 'grant money (without own share) that the authority may apply for',
  source        VARCHAR(300) NOT NULL,
  verified      BOOLEAN      NOT NULL DEFAULT FALSE,
  version       INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT programme_ceiling_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT programme_ceiling_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT ceiling_once UNIQUE (programme_id, authority_id),
  CONSTRAINT ceiling_not_negative CHECK (ceiling_cents >= 0)
);

CREATE TABLE application (
  id                 BIGINT       NOT NULL AUTO_INCREMENT,
  no                 VARCHAR(20)  NOT NULL,
  programme_id       BIGINT       NOT NULL,
  authority_id       BIGINT       NOT NULL,
  title              VARCHAR(200) NOT NULL,
  state              VARCHAR(20)  NOT NULL,
  submitted_on       DATE         NULL,
  own_share_bp       INT          NULL COMMENT 'own share in basis points, frozen at submission from the rule set',
  decision_reference VARCHAR(80)  NULL COMMENT 'file reference of the decision (Bescheid)',
  decided_on         DATE         NULL,
  period_from        DATE         NULL COMMENT 'approval period (Bewilligungszeitraum)',
  period_to          DATE         NULL,
  created_at         DATETIME(6)  NOT NULL,
  version            INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT application_no_once UNIQUE (no),
  CONSTRAINT application_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT application_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT application_own_share CHECK (own_share_bp IS NULL OR own_share_bp BETWEEN 0 AND 10000)
);

CREATE TABLE annex (
  id                  BIGINT NOT NULL AUTO_INCREMENT,
  application_id      BIGINT NOT NULL,
  school_id           BIGINT NOT NULL,
  concept_due_on      DATE   NULL COMMENT 'media concept is handed in later, by this day',
  concept_received_on DATE   NULL,
  version             INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT annex_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT annex_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT annex_school_once UNIQUE (application_id, school_id)
);

CREATE TABLE funding_position (
  id             BIGINT       NOT NULL AUTO_INCREMENT,
  annex_id       BIGINT       NOT NULL,
  no             INT          NOT NULL COMMENT 'running number within the application',
  category       VARCHAR(40)  NOT NULL,
  description    VARCHAR(300) NOT NULL,
  applied_cents  BIGINT       NOT NULL COMMENT 'eligible expenditure, own share included',
  approved_cents BIGINT       NULL,
  version        INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT funding_position_annex FOREIGN KEY (annex_id) REFERENCES annex (id),
  CONSTRAINT position_category_once UNIQUE (annex_id, category),
  CONSTRAINT position_applied_positive CHECK (applied_cents > 0),
  CONSTRAINT position_approved_at_most_applied CHECK (approved_cents IS NULL OR approved_cents BETWEEN 0 AND applied_cents)
);

CREATE TABLE budget (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  position_id     BIGINT      NOT NULL,
  application_id  BIGINT      NOT NULL,
  programme_id    BIGINT      NOT NULL,
  school_id       BIGINT      NOT NULL,
  category        VARCHAR(40) NOT NULL,
  allotted_cents  BIGINT      NOT NULL DEFAULT 0,
  reserved_cents  BIGINT      NOT NULL DEFAULT 0,
  committed_cents BIGINT      NOT NULL DEFAULT 0,
  spent_cents     BIGINT      NOT NULL DEFAULT 0,
  version         INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT budget_position FOREIGN KEY (position_id) REFERENCES funding_position (id),
  CONSTRAINT budget_application FOREIGN KEY (application_id) REFERENCES application (id),
  CONSTRAINT budget_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT budget_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT budget_once_per_position UNIQUE (position_id),
  CONSTRAINT budget_not_negative CHECK (allotted_cents >= 0 AND reserved_cents >= 0 AND committed_cents >= 0 AND spent_cents >= 0),
  CONSTRAINT budget_not_overspent CHECK (reserved_cents + committed_cents + spent_cents <= allotted_cents),
  INDEX budget_by_school (school_id, category)
);

CREATE TABLE posting (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  budget_id    BIGINT        NOT NULL,
  kind         VARCHAR(20)   NOT NULL,
  amount_cents BIGINT        NOT NULL,
  resolves_id  BIGINT        NULL COMMENT 'the reservation or commitment that this posting ends',
  source       VARCHAR(80)   NOT NULL COMMENT 'what caused it, e.g. request_item:42; with kind the key against retries',
  actor_id     BIGINT        NULL,
  actor        VARCHAR(120)  NOT NULL,
  at           DATETIME(6)   NOT NULL,
  note         VARCHAR(1000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT posting_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT posting_resolves FOREIGN KEY (resolves_id) REFERENCES posting (id),
  CONSTRAINT posting_resolves_once UNIQUE (resolves_id),
  CONSTRAINT posting_source_once UNIQUE (source, kind),
  CONSTRAINT posting_amount CHECK (amount_cents > 0 OR (kind IN ('CORRECT', 'ALLOT') AND amount_cents <> 0)),
  INDEX posting_by_budget (budget_id, id)
);
