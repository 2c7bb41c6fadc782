-- The rest of an application has a budget if the decision granted one; it repeats application, programme and authority, and its allotment is
-- what was granted less what was distributed.
SELECT a.id, a.no, a.rest_cents, b.id AS budget_id, b.allotted_cents
FROM application a LEFT JOIN budget b ON b.application_id = a.id AND b.kind = 'REST'
WHERE (a.rest_cents IS NULL) <> (b.id IS NULL)
   OR b.id IS NOT NULL AND (b.programme_id <> a.programme_id OR b.authority_id <> a.authority_id
     OR a.rest_cents <> (SELECT SUM(p.amount_cents) FROM posting p WHERE p.budget_id = b.id AND p.kind = 'ALLOT')
     OR b.allotted_cents <> (SELECT SUM(p.amount_cents) FROM posting p WHERE p.budget_id = b.id))
