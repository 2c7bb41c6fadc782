-- Work is closed only when no defect of it is still to be put right; one that was opened again afterwards is told from its ticket.
SELECT d.id FROM defect d JOIN ticket t ON t.id = d.ticket_id JOIN ticket f ON f.id = d.follow_id
WHERE t.state = 'CLOSED' AND f.state NOT IN ('ACCEPTED', 'CLOSED', 'CANCELLED')
  AND NOT EXISTS (SELECT 1 FROM history h WHERE h.subject_type = 'Ticket' AND h.subject_id = f.id AND h.action = 'TicketAction.REOPEN');
