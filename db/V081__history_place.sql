-- Each line of the history carries its place, so that a reader sees only what belongs to places of theirs. No foreign keys: the
-- history lies below the schools and outlives everything. Both null: shared by all; authority 0: only for who sees everywhere.
ALTER TABLE history
  ADD COLUMN IF NOT EXISTS of_school BIGINT NULL COMMENT 'the school that the line is about',
  ADD COLUMN IF NOT EXISTS of_authority BIGINT NULL COMMENT 'the authority that the line is about; 0: known to nobody but who sees everywhere';

-- the amount of a ceiling stood in a line that every authority could read; whose it was is not known any more
UPDATE history SET of_authority = 0 WHERE subject_type = 'Programme' AND action = 'ProgrammeAction.SET_CEILING' AND of_authority IS NULL;
UPDATE history h JOIN device s ON s.id = h.subject_id SET h.of_school = s.school_id WHERE h.subject_type = 'Device' AND h.of_school IS NULL;
UPDATE history h JOIN ticket s ON s.id = h.subject_id SET h.of_school = s.school_id WHERE h.subject_type = 'Ticket' AND h.of_school IS NULL;
UPDATE history h JOIN request s ON s.id = h.subject_id SET h.of_school = s.school_id WHERE h.subject_type = 'Request' AND h.of_school IS NULL;
UPDATE history h JOIN budget s ON s.id = h.subject_id SET h.of_school = s.school_id WHERE h.subject_type = 'Budget' AND h.of_school IS NULL;
UPDATE history h JOIN purchase_order s ON s.id = h.subject_id SET h.of_authority = s.authority_id WHERE h.subject_type = 'PurchaseOrder' AND h.of_authority IS NULL;
UPDATE history h JOIN application s ON s.id = h.subject_id SET h.of_authority = s.authority_id WHERE h.subject_type = 'Application' AND h.of_authority IS NULL;
UPDATE history h JOIN programme_ceiling s ON s.id = h.subject_id SET h.of_authority = s.authority_id WHERE h.subject_type = 'ProgrammeCeiling' AND h.of_authority IS NULL;
UPDATE history SET of_school = subject_id WHERE subject_type = 'School' AND of_school IS NULL;
UPDATE history SET of_authority = subject_id WHERE subject_type = 'Authority' AND of_authority IS NULL;
UPDATE history SET of_authority = 0 WHERE subject_type = 'User' AND of_authority IS NULL;
