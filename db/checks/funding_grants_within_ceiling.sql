-- R03: the grants of an authority (eligible expenditure less own share, rounded per application) stay within its ceiling, if that is verified:
-- only a verified value refuses. What a sent supplement asks for counts as well.
SELECT g.programme_id, g.authority_id, SUM(g.grant_cents) AS grants, c.ceiling_cents
FROM (
  SELECT a.id, a.programme_id, a.authority_id,
         SUM(COALESCE(p.approved_cents, p.applied_cents)) + COALESCE(a.rest_cents, 0) + a.pending_cents
           - ((SUM(COALESCE(p.approved_cents, p.applied_cents)) + COALESCE(a.rest_cents, 0) + a.pending_cents) * a.own_share_bp + IF(a.own_share_half_up, 5000, 9999)) DIV 10000 AS grant_cents
  FROM application a JOIN annex x ON x.application_id = a.id JOIN funding_position p ON p.annex_id = x.id
  WHERE a.state IN ('SUBMITTED', 'APPROVED', 'PARTLY_APPROVED')
  GROUP BY a.id, a.programme_id, a.authority_id, a.own_share_bp, a.own_share_half_up, a.rest_cents, a.pending_cents
) g
LEFT JOIN programme_ceiling c ON c.programme_id = g.programme_id AND c.authority_id = g.authority_id
GROUP BY g.programme_id, g.authority_id, c.ceiling_cents, c.verified
HAVING c.ceiling_cents IS NULL OR c.verified AND SUM(g.grant_cents) > c.ceiling_cents
