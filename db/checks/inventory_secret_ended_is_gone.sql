-- A secret that has ended is not there any longer, and one that has not, is.
SELECT s.id, s.device_id, s.kind FROM device_secret s WHERE (s.ended_at IS NULL) <> (s.sealed IS NOT NULL);
