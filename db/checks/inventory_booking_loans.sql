-- Only a booking that was handed out has loans, of its school.
SELECT b.no, b.state, l.no AS loan FROM loan_booking_loan x JOIN loan_booking b ON b.id = x.booking_id JOIN loan l ON l.id = x.loan_id
WHERE b.state <> 'TAKEN' OR b.school_id <> l.school_id;
