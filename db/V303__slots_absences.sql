-- Room install.planning: dates that a technician offers a school for a ticket, of which it picks one; days on which a technician is
-- away. Why somebody is away is nobody's business here.
CREATE TABLE IF NOT EXISTS visit_slot (
  id            BIGINT      NOT NULL AUTO_INCREMENT,
  ticket_id     BIGINT      NOT NULL,
  technician_id BIGINT      NOT NULL,
  starts_at     DATETIME(6) NOT NULL,
  minutes       INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT visit_slot_once UNIQUE (ticket_id, starts_at),
  CONSTRAINT visit_slot_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT visit_slot_technician FOREIGN KEY (technician_id) REFERENCES app_user (id)
) COLLATE utf8mb4_uca1400_as_ci;

CREATE TABLE IF NOT EXISTS absence (
  id            BIGINT NOT NULL AUTO_INCREMENT,
  technician_id BIGINT NOT NULL,
  from_on       DATE   NOT NULL,
  to_on         DATE   NOT NULL COMMENT 'the last day',
  PRIMARY KEY (id),
  CONSTRAINT absence_once UNIQUE (technician_id, from_on),
  CONSTRAINT absence_technician FOREIGN KEY (technician_id) REFERENCES app_user (id),
  CONSTRAINT absence_order CHECK (from_on <= to_on),
  INDEX absence_by_day (to_on)
) COLLATE utf8mb4_uca1400_as_ci;
