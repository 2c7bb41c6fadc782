-- A cancelled wave has no ticket that nobody has touched, unless somebody has opened it again.
SELECT w.id FROM wave_ticket w JOIN ticket t ON t.id = w.ticket_id JOIN wave v ON v.id = w.wave_id
WHERE v.state = 'CANCELLED' AND t.state = 'OPEN'
  AND NOT EXISTS (SELECT 1 FROM history h WHERE h.subject_type = 'Ticket' AND h.subject_id = t.id AND h.action IN ('TicketAction.REOPEN', 'TicketAction.RELEASE'));
