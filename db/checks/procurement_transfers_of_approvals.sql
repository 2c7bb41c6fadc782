-- Money is held for an approval exactly as long as that waits for its second person.
SELECT t.id, t.no, t.state, r.id AS request_id, r.state AS request_state FROM transfer t LEFT JOIN request r ON r.transfer_id = t.id
WHERE t.state = 'HELD' AND (r.id IS NULL OR r.state <> 'AWAITING_SECOND')
