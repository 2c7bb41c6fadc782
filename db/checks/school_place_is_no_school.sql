-- A place that is no school has nothing that only schools have.
SELECT s.id FROM school s WHERE s.place <> 'SCHOOL' AND (
  EXISTS (SELECT 1 FROM request x WHERE x.school_id = s.id) OR EXISTS (SELECT 1 FROM annex x WHERE x.school_id = s.id)
  OR EXISTS (SELECT 1 FROM budget x WHERE x.school_id = s.id) OR EXISTS (SELECT 1 FROM revision_line x WHERE x.school_id = s.id)
  OR EXISTS (SELECT 1 FROM loan x WHERE x.school_id = s.id) OR EXISTS (SELECT 1 FROM loan_booking x WHERE x.school_id = s.id)
  OR EXISTS (SELECT 1 FROM loan_pool_device x WHERE x.school_id = s.id AND x.left_at IS NULL)
  OR EXISTS (SELECT 1 FROM school_year x WHERE x.school_id = s.id) OR EXISTS (SELECT 1 FROM school_concept x WHERE x.school_id = s.id));
