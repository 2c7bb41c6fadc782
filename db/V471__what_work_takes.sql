-- Room install.effort: stores of the technicians with what is in them, what of it went into which ticket, and the time that work took.
CREATE TABLE IF NOT EXISTS store (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  authority_id BIGINT      NOT NULL,
  name         VARCHAR(80) NOT NULL,
  closed       BOOLEAN     NOT NULL DEFAULT FALSE,
  version      INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT store_name_once UNIQUE (authority_id, name),
  CONSTRAINT store_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS store_lot (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  store_id    BIGINT        NOT NULL,
  article     VARCHAR(120)  NOT NULL,
  unit        VARCHAR(20)   NOT NULL,
  amount      DECIMAL(9, 2) NOT NULL COMMENT 'received',
  left_amount DECIMAL(9, 2) NOT NULL COMMENT 'of it still there',
  cost_cents  BIGINT        NOT NULL COMMENT 'what it cost, gross',
  left_cents  BIGINT        NOT NULL COMMENT 'the part of what is still there',
  budget_id   BIGINT        NULL COMMENT 'position or own money that paid it; null: nobody has said so',
  source      VARCHAR(120)  NULL COMMENT 'receipt, order or invoice',
  received_on DATE          NOT NULL,
  from_lot_id BIGINT        NULL COMMENT 'the lot of another store from which it was moved',
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT store_lot_amount CHECK (amount > 0 AND cost_cents >= 0),
  CONSTRAINT store_lot_left CHECK (left_amount BETWEEN 0 AND amount AND left_cents BETWEEN 0 AND cost_cents),
  CONSTRAINT store_lot_store FOREIGN KEY (store_id) REFERENCES store (id),
  CONSTRAINT store_lot_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT store_lot_from FOREIGN KEY (from_lot_id) REFERENCES store_lot (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE store_lot ADD INDEX IF NOT EXISTS store_lot_article (store_id, article, unit, id);

CREATE TABLE IF NOT EXISTS material_use (
  id        BIGINT        NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT        NOT NULL,
  store_id  BIGINT        NOT NULL,
  article   VARCHAR(120)  NOT NULL,
  unit      VARCHAR(20)   NOT NULL,
  amount    DECIMAL(9, 2) NOT NULL,
  cents     BIGINT        NOT NULL COMMENT 'what it cost',
  used_on   DATE          NOT NULL,
  taken_back BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it was not used after all',
  PRIMARY KEY (id),
  CONSTRAINT material_use_amount CHECK (amount > 0 AND cents >= 0),
  CONSTRAINT material_use_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT material_use_store FOREIGN KEY (store_id) REFERENCES store (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS store_move (
  id       BIGINT        NOT NULL AUTO_INCREMENT,
  lot_id   BIGINT        NOT NULL,
  kind     VARCHAR(20)   NOT NULL,
  amount   DECIMAL(9, 2) NOT NULL COMMENT 'below zero: it went out',
  cents    BIGINT        NOT NULL,
  use_id   BIGINT        NULL COMMENT 'the work that took it',
  budget_id BIGINT       NULL COMMENT 'who paid, as the lot says',
  moved_on DATE          NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT store_move_lot FOREIGN KEY (lot_id) REFERENCES store_lot (id),
  CONSTRAINT store_move_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT store_move_use FOREIGN KEY (use_id) REFERENCES material_use (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS work_time (
  id         BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id  BIGINT       NOT NULL,
  worked_on  DATE         NOT NULL,
  minutes    INT          NOT NULL,
  note       VARCHAR(200) NULL,
  taken_back BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'it was typed by mistake',
  PRIMARY KEY (id),
  CONSTRAINT work_time_minutes CHECK (minutes BETWEEN 1 AND 1440),
  CONSTRAINT work_time_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;
