-- A drawdown asks for what its lines say, and lines of drawdowns that were cancelled or repaid hold no expenditure.
SELECT d.id, d.no, d.grant_cents, SUM(l.grant_cents) AS line_grant, d.eligible_cents, SUM(l.eligible_cents) AS line_eligible
FROM drawdown d LEFT JOIN drawdown_line l ON l.drawdown_id = d.id
GROUP BY d.id, d.no, d.state, d.grant_cents, d.eligible_cents
HAVING d.grant_cents <> COALESCE(SUM(l.grant_cents), 0) OR d.eligible_cents <> COALESCE(SUM(l.eligible_cents), 0)
    OR (d.state IN ('CANCELLED', 'REPAID')) <> (COUNT(l.live) = 0)
