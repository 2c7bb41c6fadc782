-- A payment plan repeats application and authority of its position and is the sum of its years.
SELECT l.id, l.no FROM payment_plan l JOIN funding_position p ON p.id = l.position_id JOIN annex x ON x.id = p.annex_id JOIN application a ON a.id = x.application_id
WHERE l.application_id <> a.id OR l.authority_id <> a.authority_id
  OR l.total_cents <> (SELECT COALESCE(SUM(y.amount_cents), 0) FROM payment_plan_year y WHERE y.plan_id = l.id)
