-- Room inventory.stocktake: what a borrower had needs no explanation, a retired device that was scanned says so, and an explanation may say where a device is.
ALTER TABLE stocktake_item
  ADD COLUMN IF NOT EXISTS lent BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not found, and lent when the stock-taking was closed',
  ADD COLUMN IF NOT EXISTS retired BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'not expected, for it was retired when it was scanned',
  ADD COLUMN IF NOT EXISTS accounted BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the explanation says where it is';
