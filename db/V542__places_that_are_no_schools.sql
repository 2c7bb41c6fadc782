-- Room school.place: places that are no schools, a town hall or the radio network of a square, have buildings, rooms, network and tickets, and nothing that only
-- schools have. They stand in the table of schools because all of that points there.
ALTER TABLE school ADD COLUMN IF NOT EXISTS place VARCHAR(20) NOT NULL DEFAULT 'SCHOOL' COMMENT 'what it is: a school, or another place';
ALTER TABLE school ADD COLUMN IF NOT EXISTS ended_on DATE NULL COMMENT 'since when a place that is no school is not looked after any more';
ALTER TABLE school ADD COLUMN IF NOT EXISTS is_school BOOLEAN GENERATED ALWAYS AS (place = 'SCHOOL') VIRTUAL;
ALTER TABLE school ADD INDEX IF NOT EXISTS school_is_school (is_school, name);
ALTER TABLE school DROP CONSTRAINT IF EXISTS school_place_facts;
ALTER TABLE school ADD CONSTRAINT school_place_facts CHECK (CASE WHEN place = 'SCHOOL' THEN ended_on IS NULL
  WHEN place IN ('OFFICE', 'PUBLIC_SPACE', 'OTHER') THEN authority_id IS NOT NULL AND pupils IS NULL ELSE FALSE END);
