-- A drawdown that was asked for counts no longer once it was given up or went back as a whole, and not before.
SELECT d.id, d.no, d.state, d.requested_on, d.ended_on FROM drawdown d
WHERE (d.ended_on IS NOT NULL) <> (d.requested_on IS NOT NULL AND d.state IN ('CANCELLED', 'REPAID')) OR d.ended_on < d.requested_on;
