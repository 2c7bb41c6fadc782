-- A placement ends after it began, and no two of a device overlap.
SELECT p.id, p.device_id, p.from_at, p.to_at, q.id AS other
FROM placement p LEFT JOIN placement q ON q.device_id = p.device_id AND q.id > p.id
    AND (p.to_at IS NULL OR q.from_at < p.to_at)
WHERE p.to_at < p.from_at OR q.id IS NOT NULL;
