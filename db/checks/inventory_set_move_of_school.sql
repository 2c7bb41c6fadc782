-- A class set is moved within its school, and what did not take part is not counted as moved.
SELECT m.id, s.name FROM loan_set_move m JOIN loan_set s ON s.id = m.set_id LEFT JOIN room r ON r.id = m.room_id
WHERE m.school_id <> s.school_id OR r.school_id <> m.school_id
  OR m.state = 'DONE' AND m.went <> (SELECT count(*) FROM loan_set_move_device d WHERE d.move_id = m.id AND d.why IS NULL)
  OR m.state <> 'DONE' AND m.went <> 0;
