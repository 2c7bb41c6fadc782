-- A replacement that was taken over without a title of its own is named by its kind and year, in the language of who reads it. Can be repeated from any point.
ALTER TABLE follow_cost MODIFY COLUMN title VARCHAR(200) NULL COMMENT 'null: named by the kind of the devices and the year in which they are to be replaced';
ALTER TABLE follow_cost DROP CONSTRAINT IF EXISTS follow_cost_titled;
ALTER TABLE follow_cost ADD CONSTRAINT follow_cost_titled CHECK (title IS NOT NULL OR model_kind IS NOT NULL AND ends_in IS NOT NULL);
UPDATE follow_cost SET title = NULL WHERE model_kind IS NOT NULL AND ends_in IS NOT NULL AND title IN (
  CONCAT('Ersatz ', CASE model_kind WHEN 'ACCESS_POINT' THEN 'Access Point' WHEN 'SWITCH' THEN 'Switch' WHEN 'TABLET' THEN 'Tablet' WHEN 'NOTEBOOK' THEN 'Notebook'
    WHEN 'DESKTOP' THEN 'Arbeitsplatzrechner' WHEN 'DISPLAY' THEN 'Display' WHEN 'PROJECTOR' THEN 'Beamer' WHEN 'SERVER' THEN 'Server'
    WHEN 'ACCESSORY' THEN 'Zubehör' WHEN 'OTHER' THEN 'Sonstiges' END, ' ', ends_in),
  CONCAT('Replacement ', CASE model_kind WHEN 'ACCESS_POINT' THEN 'Access point' WHEN 'SWITCH' THEN 'Switch' WHEN 'TABLET' THEN 'Tablet' WHEN 'NOTEBOOK' THEN 'Notebook'
    WHEN 'DESKTOP' THEN 'Desktop computer' WHEN 'DISPLAY' THEN 'Display' WHEN 'PROJECTOR' THEN 'Projector' WHEN 'SERVER' THEN 'Server'
    WHEN 'ACCESSORY' THEN 'Accessory' WHEN 'OTHER' THEN 'Other' END, ' ', ends_in));
