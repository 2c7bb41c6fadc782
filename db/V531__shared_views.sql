-- Views of lists that are shared: with colleagues of the same role, or with all of an authority.
ALTER TABLE list_view ADD COLUMN IF NOT EXISTS circle VARCHAR(60) NULL COMMENT 'with whom it is shared, null for nobody';
ALTER TABLE list_view ADD INDEX IF NOT EXISTS list_view_circle (circle, list);
