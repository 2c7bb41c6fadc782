-- What somebody asked for has a booking exactly while it is offered, and that is of the same school.
SELECT a.id, a.no, a.state, b.id AS booking FROM loan_ask a LEFT JOIN loan_booking b ON b.id = a.booking_id
WHERE (a.state = 'OFFERED') <> (a.booking_id IS NOT NULL) OR b.school_id <> a.school_id;
