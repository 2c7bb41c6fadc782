-- The devices of an accepted ticket whose kind puts them into service went there (they may have been repaired, lost or retired
-- since), and a ticket whose kind is measured has a passed measurement.
SELECT t.id, t.no, t.state, d.state AS device_state, d.in_service_on
FROM ticket t JOIN ticket_kind k ON k.id = t.kind_id LEFT JOIN ticket_device x ON x.ticket_id = t.id LEFT JOIN device d ON d.id = x.device_id
WHERE t.state IN ('ACCEPTED', 'ACCEPTED_WITH_DEFECTS', 'CLOSED')
  AND (k.devices = 'SERVE' AND d.id IS NOT NULL AND d.in_service_on IS NULL
    OR k.measurement AND NOT EXISTS (SELECT 1 FROM measurement m WHERE m.ticket_id = t.id AND m.passed
        AND m.id = (SELECT MAX(x.id) FROM measurement x WHERE x.ticket_id = t.id)));
