-- A booking that was made for somebody who asked is kept exactly while it is promised to them.
SELECT a.no, b.no AS booking, b.state FROM loan_ask_offer o JOIN loan_ask a ON a.id = o.ask_id JOIN loan_booking b ON b.id = o.booking_id
WHERE a.erased_on IS NULL AND (b.state <> 'CANCELLED') <> (a.booking_id IS NOT NULL AND a.booking_id = b.id);
