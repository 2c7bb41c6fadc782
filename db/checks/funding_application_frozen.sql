-- What was submitted is as it was submitted, and a draft has handed in nothing.
SELECT a.id, a.no, a.state FROM application_submission f JOIN application a ON a.id = f.application_id
WHERE a.state = 'DRAFT' OR f.sha256 <> SHA2(f.content, 256)
