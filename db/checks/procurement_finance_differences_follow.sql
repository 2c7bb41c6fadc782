-- A difference that is not settled is one: its amounts are those of its line and of what was booked for it, or nothing was sent for its booking.
SELECT d.label FROM finance_difference d JOIN finance_line l ON l.id = d.line_id
WHERE d.state <> 'SETTLED' AND (l.open_posting_id IS NULL OR d.here_cents <> l.amount_cents OR COALESCE(d.there_cents, 0) <> COALESCE((SELECT SUM(b.amount_cents)
    FROM finance_booking b WHERE b.reference = l.reference AND b.authority_id = d.authority_id AND NOT b.taken_back), 0))
UNION ALL
SELECT d.label FROM finance_difference d JOIN finance_booking b ON b.id = d.booking_id
WHERE d.state <> 'SETTLED' AND (b.taken_back OR d.there_cents <> b.amount_cents OR EXISTS (SELECT 1 FROM finance_line l JOIN finance_run r ON r.id = l.run_id
    WHERE l.reference = b.reference AND l.open_posting_id IS NOT NULL AND r.authority_id = b.authority_id))
