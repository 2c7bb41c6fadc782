-- A follow-up cost repeats the authority of its award, and there is none before a decision has granted something.
SELECT c.id, c.no FROM follow_cost c JOIN application a ON a.id = c.application_id
WHERE c.authority_id <> a.authority_id OR a.state NOT IN ('APPROVED', 'PARTLY_APPROVED')
