-- Every position of a decided application has an approved amount, and no other has one.
SELECT p.id, a.state, p.approved_cents
FROM funding_position p JOIN annex x ON x.id = p.annex_id JOIN application a ON a.id = x.application_id
WHERE (a.state IN ('APPROVED', 'PARTLY_APPROVED', 'REJECTED')) <> (p.approved_cents IS NOT NULL)
