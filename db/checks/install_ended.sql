-- A ticket has an end exactly when it is closed or cancelled; one accepted with defects names them.
SELECT id, no, state, closed_at, defects FROM ticket
WHERE (state IN ('CLOSED', 'CANCELLED')) <> (closed_at IS NOT NULL)
   OR state = 'ACCEPTED_WITH_DEFECTS' AND defects IS NULL;
