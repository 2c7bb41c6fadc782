-- Room install.ticket: what a school has asked for it may take back; a ticket that was opened again says the same as no other one.
ALTER TABLE ticket ADD COLUMN IF NOT EXISTS from_school BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the school has asked for it, which may take that back';
UPDATE ticket t SET t.from_school = TRUE WHERE NOT t.from_school AND (
  EXISTS (SELECT 1 FROM fault_report r WHERE r.ticket_id = t.id)
  OR t.installed_id IS NULL AND EXISTS (SELECT 1 FROM history h JOIN role_assignment r ON r.user_id = h.actor_id AND r.role = 'SCHOOL_ADMIN'
    WHERE h.subject_type = 'Ticket' AND h.subject_id = t.id AND h.action = 'TicketAction.OPEN'
      AND NOT EXISTS (SELECT 1 FROM ticket_link l WHERE l.ticket_id = t.id AND l.kind IN ('DEFECT', 'FOLLOWS', 'PART'))));
UPDATE ticket_link l JOIN ticket t ON t.id = l.ticket_id SET l.kind = 'RELATED' WHERE l.kind = 'DUPLICATE' AND t.state <> 'CANCELLED';
