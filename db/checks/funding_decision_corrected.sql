-- What a correction of a decision has moved is what its line says, in one posting, if it is booked; else nothing.
SELECT l.id, c.no, c.state, l.from_cents, l.to_cents, SUM(p.amount_cents) AS posted_cents
FROM decision_correction_line l JOIN decision_correction c ON c.id = l.correction_id
LEFT JOIN posting p ON p.kind = 'ALLOT' AND p.source = CONCAT('decision_correction_line:', l.id)
GROUP BY l.id, c.no, c.state, l.from_cents, l.to_cents
HAVING COALESCE(posted_cents, 0) <> IF(c.state = 'BOOKED', l.to_cents - l.from_cents, 0)
