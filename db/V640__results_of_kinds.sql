-- Rooms install.kind and install.ticket: what a kind asks for has a type, and who may work on its tickets is data of the kind.
ALTER TABLE ticket_kind
  ADD COLUMN IF NOT EXISTS results MEDIUMTEXT   NULL COMMENT 'JSON: the results that it asks for, in their order; null for none',
  ADD COLUMN IF NOT EXISTS workers VARCHAR(12)  NOT NULL DEFAULT 'TECHNICIANS' COMMENT 'who may take its tickets and work on them',
  ADD COLUMN IF NOT EXISTS team    VARCHAR(80)  NULL COMMENT 'name of the team, of whichever authority, if a team works on them';
ALTER TABLE ticket_kind DROP CONSTRAINT IF EXISTS ticket_kind_team;
ALTER TABLE ticket_kind ADD CONSTRAINT ticket_kind_team CHECK (workers <> 'TEAM' OR team IS NOT NULL);

CREATE TABLE IF NOT EXISTS ticket_result (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT       NOT NULL,
  result_no INT          NOT NULL COMMENT 'place among the results of its kind, from 1',
  value     VARCHAR(500) NOT NULL COMMENT 'as its type writes it: 12.5, true, the choice in German, the name of a picture or of a cable',
  actor     VARCHAR(120) NOT NULL,
  given_at  DATETIME(6)  NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ticket_result_once UNIQUE (ticket_id, result_no),
  CONSTRAINT ticket_result_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;
