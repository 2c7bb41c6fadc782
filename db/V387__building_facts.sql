-- What is known of the buildings of schools. Repeatable from any point.
CREATE TABLE IF NOT EXISTS building_fact (
  building_id BIGINT       NOT NULL,
  built_year  INT          NULL,
  listed      VARCHAR(10)  NULL COMMENT 'whether it is a monument',
  fibre       VARCHAR(10)  NULL,
  mbit        INT          NULL COMMENT 'bandwidth in megabits a second',
  supply      VARCHAR(10)  NULL COMMENT 'whether the power will do',
  source      VARCHAR(200) NOT NULL,
  recorded_by VARCHAR(120) NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  version     INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (building_id),
  CONSTRAINT building_fact_building FOREIGN KEY (building_id) REFERENCES building (id),
  CONSTRAINT building_fact_any CHECK (built_year IS NOT NULL OR listed IS NOT NULL OR fibre IS NOT NULL OR mbit IS NOT NULL OR supply IS NOT NULL),
  CONSTRAINT building_fact_positive CHECK (coalesce(built_year, 0) >= 0 AND coalesce(mbit, 0) >= 0)
);
