-- What a school is in a school year: pupils, teachers, classes. Repeatable from any point.
CREATE TABLE IF NOT EXISTS school_year (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  school_id   BIGINT       NOT NULL,
  begins      INT          NOT NULL COMMENT 'calendar year in which the school year begins: 2026 is 2026/27',
  pupils      INT          NULL,
  teachers    INT          NULL,
  classes     INT          NULL,
  source      VARCHAR(200) NOT NULL COMMENT 'where the numbers come from, e.g. official school statistics',
  recorded_by VARCHAR(120) NOT NULL,
  recorded_at DATETIME(6)  NOT NULL,
  version     INT          NOT NULL DEFAULT 1,
  PRIMARY KEY (id),
  INDEX school_year_begins (begins, id),
  CONSTRAINT school_year_once UNIQUE (school_id, begins),
  CONSTRAINT school_year_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT school_year_any CHECK (pupils IS NOT NULL OR teachers IS NOT NULL OR classes IS NOT NULL),
  CONSTRAINT school_year_positive CHECK (coalesce(pupils, 0) >= 0 AND coalesce(teachers, 0) >= 0 AND coalesce(classes, 0) >= 0)
);
