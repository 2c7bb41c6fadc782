-- Room install.defect: what a school finds when it accepts, each with the ticket that puts it right. Since when a school is to accept,
-- and after how many working days it counts as silent.
ALTER TABLE ticket_kind ADD COLUMN IF NOT EXISTS defect_kind VARCHAR(40) NOT NULL DEFAULT 'FAULT' COMMENT 'code of the kind that puts right what the school finds';
ALTER TABLE service_hours ADD COLUMN IF NOT EXISTS silent_days INT NOT NULL DEFAULT 10 COMMENT 'working days after which a school that has not accepted is silent';
ALTER TABLE service_hours ADD CONSTRAINT IF NOT EXISTS service_hours_silent CHECK (silent_days BETWEEN 1 AND 250);
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS handed_at DATETIME(6) NULL COMMENT 'since when the school is to accept, null unless it is';
UPDATE ticket t SET t.handed_at = (SELECT max(h.at) FROM history h WHERE h.subject_type = 'Ticket' AND h.subject_id = t.id
  AND h.action IN ('TicketAction.MEASURE', 'TicketAction.FINISH'))
  WHERE t.state = 'MEASURED' AND t.handed_at IS NULL
  AND coalesce((SELECT m.passed FROM measurement m WHERE m.ticket_id = t.id ORDER BY m.id DESC LIMIT 1), TRUE);
ALTER TABLE ticket ADD CONSTRAINT IF NOT EXISTS ticket_handed_measured CHECK (handed_at IS NULL OR state = 'MEASURED');
ALTER TABLE ticket ADD INDEX IF NOT EXISTS ticket_handed (state, handed_at), ADD INDEX IF NOT EXISTS ticket_by_handed (handed_at);

CREATE TABLE IF NOT EXISTS defect (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT       NOT NULL COMMENT 'the work that was accepted with it',
  line_no   INT          NOT NULL,
  what      VARCHAR(500) NOT NULL,
  due_on    DATE         NOT NULL COMMENT 'until when it was to be put right, as agreed',
  follow_id BIGINT       NOT NULL COMMENT 'the ticket that puts it right',
  PRIMARY KEY (id),
  CONSTRAINT defect_line_once UNIQUE (ticket_id, line_no),
  CONSTRAINT defect_follow_once UNIQUE (follow_id),
  CONSTRAINT defect_two CHECK (ticket_id <> follow_id),
  CONSTRAINT defect_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id),
  CONSTRAINT defect_follow FOREIGN KEY (follow_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;
ALTER TABLE defect ADD INDEX IF NOT EXISTS defect_due (due_on, id);
