-- What a day has bound of an application's money is the sum of its postings.
SELECT COALESCE(k.application_id, s.application_id) AS application_id, COALESCE(k.bound_on, s.day) AS day, k.cents AS kept, s.cents AS posted
FROM (
  SELECT b.application_id, DATE(p.at) AS day, SUM(IF(p.kind = 'RELEASE', 0, p.amount_cents)) - SUM(COALESCE(q.amount_cents, 0)) AS cents
  FROM posting p JOIN budget b ON b.id = p.budget_id LEFT JOIN posting q ON q.id = p.resolves_id
  WHERE p.kind NOT IN ('ALLOT', 'TRANSFER') AND b.application_id IS NOT NULL GROUP BY b.application_id, DATE(p.at)
) s LEFT JOIN bound_by_day k ON k.application_id = s.application_id AND k.bound_on = s.day
WHERE s.cents <> COALESCE(k.cents, 0)
UNION ALL
SELECT k.application_id, k.bound_on, k.cents, NULL FROM bound_by_day k
WHERE k.cents <> 0 AND NOT EXISTS (SELECT 1 FROM posting p JOIN budget b ON b.id = p.budget_id
  WHERE b.application_id = k.application_id AND p.at >= k.bound_on AND p.at < k.bound_on + INTERVAL 1 DAY AND p.kind NOT IN ('ALLOT', 'TRANSFER'))
