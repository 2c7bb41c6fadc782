-- The device of an accepted ticket was put into service (it may have been repaired, lost or retired since), and the ticket has a passed measurement.
SELECT t.id, t.no, t.state, d.state AS device_state, d.in_service_on
FROM ticket t LEFT JOIN device d ON d.id = t.device_id
WHERE t.state IN ('ACCEPTED', 'ACCEPTED_WITH_DEFECTS', 'CLOSED')
  AND (t.device_id IS NOT NULL AND d.in_service_on IS NULL
    OR NOT EXISTS (SELECT 1 FROM measurement m WHERE m.ticket_id = t.id AND m.passed
        AND m.id = (SELECT MAX(x.id) FROM measurement x WHERE x.ticket_id = t.id)));
