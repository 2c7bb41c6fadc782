-- Module paper: sheets and rolls of labels, in hundredths of a millimetre. Can be repeated.
CREATE TABLE IF NOT EXISTS label_format (
  id       BIGINT      NOT NULL AUTO_INCREMENT,
  code     VARCHAR(40) NOT NULL COMMENT 'name for programs',
  name     VARCHAR(80) NOT NULL COMMENT 'as it stands on the package',
  place    INT         NOT NULL COMMENT 'smaller stands further up',
  page_w   INT         NOT NULL,
  page_h   INT         NOT NULL,
  across   INT         NOT NULL COMMENT 'labels side by side',
  down     INT         NOT NULL COMMENT 'labels below each other',
  edge_x   INT         NOT NULL COMMENT 'from the left of the page to the first label',
  edge_y   INT         NOT NULL COMMENT 'from the top of the page to the first label',
  step_x   INT         NOT NULL COMMENT 'from label to label',
  step_y   INT         NOT NULL,
  label_w  INT         NOT NULL,
  label_h  INT         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT label_format_code_once UNIQUE (code)
) COLLATE utf8mb4_uca1400_as_ci;

INSERT IGNORE INTO label_format (code, name, place, page_w, page_h, across, down, edge_x, edge_y, step_x, step_y, label_w, label_h) VALUES
  ('A4_40X30',   'A4, 40 × 30 mm, 45',              10, 21000, 29700, 5,  9,  500, 1350, 4000, 3000, 4000, 3000),
  ('L7160',      'A4, Avery L7160, 63,5 × 38,1 mm, 21', 20, 21000, 29700, 3,  7,  725, 1515, 6600, 3810, 6350, 3810),
  ('L4732',      'A4, Avery L4732, 35,6 × 16,9 mm, 80', 30, 21000, 29700, 5, 16, 1100, 1330, 3810, 1690, 3560, 1690),
  ('L4731',      'A4, Avery L4731/L6008, 25,4 × 10 mm, 189', 40, 21000, 29700, 7, 27, 860, 1350, 2790, 1000, 2540, 1000),
  ('ROLL_40X30', 'Rolle, 40 × 30 mm',               50, 4000, 3000, 1, 1, 0, 0, 4000, 3000, 4000, 3000),
  ('ROLL_57X32', 'Rolle, 57 × 32 mm',               60, 5700, 3200, 1, 1, 0, 0, 5700, 3200, 5700, 3200),
  ('ROLL_62X29', 'Rolle, 62 × 29 mm',               70, 6200, 2900, 1, 1, 0, 0, 6200, 2900, 6200, 2900);
