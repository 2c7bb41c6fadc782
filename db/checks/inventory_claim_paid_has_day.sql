-- A claim has a day of payment exactly when it is paid, and waits for its day exactly while it is open.
SELECT c.id, c.no, c.state, c.paid_on, c.open_on FROM loan_claim c
WHERE (c.state = 'PAID') <> (c.paid_on IS NOT NULL) OR (c.state = 'OPEN') <> (c.open_on <=> c.due_on);
