-- Of no application more is drawn than its grant: approved expenditure less the own share, rounded as frozen at submission.
SELECT a.id, a.no, x.drawn, x.approved - (x.approved * a.own_share_bp + IF(a.own_share_half_up, 5000, 9999)) DIV 10000 AS grant_cents
FROM application a JOIN (
  SELECT d.application_id, SUM(l.grant_cents) AS drawn,
         (SELECT SUM(p.approved_cents) FROM annex n JOIN funding_position p ON p.annex_id = n.id WHERE n.application_id = d.application_id)
           + COALESCE((SELECT y.rest_cents FROM application y WHERE y.id = d.application_id), 0) AS approved
  FROM drawdown d JOIN drawdown_line l ON l.drawdown_id = d.id AND l.live = 1 GROUP BY d.application_id) x ON x.application_id = a.id
WHERE x.drawn > x.approved - (x.approved * a.own_share_bp + IF(a.own_share_half_up, 5000, 9999)) DIV 10000
