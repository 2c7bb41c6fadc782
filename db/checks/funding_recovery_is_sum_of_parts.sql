-- A recovery that was paid went back out of drawdowns, to the cent; one that was not has moved nothing.
SELECT r.id, r.grant_cents, SUM(x.grant_cents) AS parts FROM proof_recovery r LEFT JOIN proof_recovery_part x ON x.recovery_id = r.id
GROUP BY r.id, r.grant_cents, r.paid_on, r.live
HAVING COALESCE(SUM(x.grant_cents), 0) <> IF(r.paid_on IS NULL OR r.live IS NULL, 0, r.grant_cents)
