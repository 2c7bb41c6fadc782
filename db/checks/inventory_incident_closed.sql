-- A case that is closed says who pays, what was paid and since when.
SELECT no FROM device_incident WHERE (state = 'CLOSED') <> (closed_on IS NOT NULL) OR state = 'CLOSED' AND (payer IS NULL OR paid_cents IS NULL);
