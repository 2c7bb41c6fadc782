-- Own shares were rounded up; published figures follow half up. Which one holds is a rule, frozen with the application at its
-- submission: what was submitted before keeps its figures. Repeatable from any point.
ALTER TABLE application
  ADD COLUMN IF NOT EXISTS own_share_half_up BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the own share is rounded half up, otherwise up';
