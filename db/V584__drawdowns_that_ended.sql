-- Room funding.settlement: the day from which a drawdown counts no longer, so that figures of a day say what stood on it. Repeatable from any point.
ALTER TABLE drawdown ADD COLUMN IF NOT EXISTS ended_on DATE NULL COMMENT 'given up after it was requested, or repaid as a whole; from this day on it counts no longer';

UPDATE drawdown d SET d.ended_on = COALESCE(
    (SELECT DATE(MAX(h.at)) FROM history h WHERE h.subject_type = 'Drawdown' AND h.subject_id = d.id AND h.action IN ('DrawdownAction.CANCEL', 'DrawdownAction.REPAY_ALL')),
    d.received_on, d.requested_on)
WHERE d.ended_on IS NULL AND d.requested_on IS NOT NULL AND d.state IN ('CANCELLED', 'REPAID');
