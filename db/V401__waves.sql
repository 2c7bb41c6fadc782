-- Room install.wave: a plan for many rooms, which makes tickets in the order of trades, with material and what each waits for.
CREATE TABLE IF NOT EXISTS wave (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  no           VARCHAR(20)  NOT NULL,
  authority_id BIGINT       NOT NULL,
  name         VARCHAR(120) NOT NULL,
  building     VARCHAR(80)  NULL COMMENT 'only buildings of this name; null: all',
  floor        VARCHAR(40)  NULL COMMENT 'only this floor; null: all',
  room_kind    VARCHAR(20)  NULL COMMENT 'only rooms of this kind; null: all',
  starts_on    DATE         NOT NULL,
  state        VARCHAR(20)  NOT NULL,
  created_at   DATETIME(6)  NOT NULL,
  moves        INT          NOT NULL DEFAULT 0 COMMENT 'how often it was moved',
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT wave_no_once UNIQUE (no),
  CONSTRAINT wave_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS wave_trade (
  id           BIGINT      NOT NULL AUTO_INCREMENT,
  wave_id      BIGINT      NOT NULL,
  line_no      INT         NOT NULL,
  kind_code    VARCHAR(40) NOT NULL COMMENT 'kind of its tickets',
  per_building BOOLEAN     NOT NULL COMMENT 'one ticket for each building, else for each room',
  network      BOOLEAN     NOT NULL COMMENT 'its work is part of the network, for which devices wait',
  per_day      INT         NOT NULL COMMENT 'tickets that are planned for a working day',
  PRIMARY KEY (id),
  CONSTRAINT wave_trade_line_once UNIQUE (wave_id, line_no),
  CONSTRAINT wave_trade_kind_once UNIQUE (wave_id, kind_code),
  CONSTRAINT wave_trade_per_day CHECK (per_day BETWEEN 1 AND 500),
  CONSTRAINT wave_trade_wave FOREIGN KEY (wave_id) REFERENCES wave (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS wave_material (
  id       BIGINT        NOT NULL AUTO_INCREMENT,
  trade_id BIGINT        NOT NULL,
  line_no  INT           NOT NULL,
  name     VARCHAR(120)  NOT NULL,
  amount   DECIMAL(9, 2) NOT NULL COMMENT 'for one ticket',
  PRIMARY KEY (id),
  CONSTRAINT wave_material_line_once UNIQUE (trade_id, line_no),
  CONSTRAINT wave_material_amount CHECK (amount > 0),
  CONSTRAINT wave_material_trade FOREIGN KEY (trade_id) REFERENCES wave_trade (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS wave_ticket (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  wave_id     BIGINT       NOT NULL,
  trade_id    BIGINT       NOT NULL,
  ticket_id   BIGINT       NOT NULL,
  school_id   BIGINT       NOT NULL,
  building_id BIGINT       NOT NULL,
  room_id     BIGINT       NULL COMMENT 'null: the whole building',
  planned_on  DATE         NOT NULL,
  ended_on    DATE         NULL COMMENT 'when its ticket ended last',
  waiver      VARCHAR(1000) NULL COMMENT 'why devices may come before the network is accepted',
  PRIMARY KEY (id),
  CONSTRAINT wave_ticket_once UNIQUE (ticket_id),
  CONSTRAINT wave_ticket_wave FOREIGN KEY (wave_id) REFERENCES wave (id),
  CONSTRAINT wave_ticket_trade FOREIGN KEY (trade_id) REFERENCES wave_trade (id),
  CONSTRAINT wave_ticket_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT wave_ticket_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT wave_ticket_building FOREIGN KEY (building_id) REFERENCES building (id),
  CONSTRAINT wave_ticket_room FOREIGN KEY (room_id) REFERENCES room (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE wave_ticket ADD INDEX IF NOT EXISTS wave_ticket_planned (wave_id, planned_on, id), ADD INDEX IF NOT EXISTS wave_ticket_day (planned_on, id);

CREATE TABLE IF NOT EXISTS wave_need (
  id        BIGINT NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT NOT NULL COMMENT 'the wave ticket that waits',
  needs_id  BIGINT NOT NULL COMMENT 'the one that comes first',
  PRIMARY KEY (id),
  CONSTRAINT wave_need_once UNIQUE (ticket_id, needs_id),
  CONSTRAINT wave_need_two CHECK (ticket_id <> needs_id),
  CONSTRAINT wave_need_ticket FOREIGN KEY (ticket_id) REFERENCES wave_ticket (id),
  CONSTRAINT wave_need_needs FOREIGN KEY (needs_id) REFERENCES wave_ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;
