-- A tag of a roll is on a device of the authority that has the roll.
SELECT r.no, i.value FROM tag_roll r JOIN device_identifier i ON i.kind = 'TAG' AND i.ended_at IS NULL AND i.value_key BETWEEN r.first_key AND r.last_key
JOIN device d ON d.id = i.device_id JOIN school s ON s.id = d.school_id WHERE s.authority_id <> r.authority_id AND CHAR_LENGTH(i.value_key) = CHAR_LENGTH(r.first_key);
