-- Room install.kind: work that disturbs lessons is offered in school holidays and on movable days of the school first.
ALTER TABLE ticket_kind ADD COLUMN IF NOT EXISTS noisy BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'disturbs lessons';
UPDATE ticket_kind SET noisy = TRUE WHERE code IN ('CABLING', 'DISPLAY', 'ACCESS_POINT') AND revision = 1;
