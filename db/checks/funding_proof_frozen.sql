-- What was handed in has its content and the checksum of it; what is being written has none.
SELECT p.id, p.no, p.state FROM proof p
WHERE (p.state IN ('DRAFT', 'DISCARDED')) <> (p.content IS NULL) OR p.content IS NOT NULL AND p.sha256 <> SHA2(p.content, 256)
    OR (p.state = 'DRAFT') <> (p.draft IS NOT NULL) OR (p.state = 'ACCEPTED') <> (p.accepted_on IS NOT NULL AND p.recognised_cents IS NOT NULL) AND p.state <> 'REPLACED'
