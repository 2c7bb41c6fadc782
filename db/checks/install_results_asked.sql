-- A result that was given is one of those that the kind of its ticket asks for.
SELECT r.id FROM ticket_result r JOIN ticket t ON t.id = r.ticket_id JOIN ticket_kind k ON k.id = t.kind_id
WHERE r.result_no NOT BETWEEN 1 AND coalesce(json_length(k.results), 0);
