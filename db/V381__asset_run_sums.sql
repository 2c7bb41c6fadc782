-- A statement keeps the sums of its lines. Can be repeated.
ALTER TABLE asset_run
  ADD COLUMN IF NOT EXISTS cost_cents         BIGINT NOT NULL DEFAULT 0 COMMENT 'sums of its lines' AFTER unvalued,
  ADD COLUMN IF NOT EXISTS depreciation_cents BIGINT NOT NULL DEFAULT 0 AFTER cost_cents,
  ADD COLUMN IF NOT EXISTS closing_cents      BIGINT NOT NULL DEFAULT 0 AFTER depreciation_cents,
  ADD COLUMN IF NOT EXISTS item_closing_cents BIGINT NOT NULL DEFAULT 0 AFTER closing_cents;
UPDATE asset_run a JOIN (SELECT run_id, sum(cost_cents) AS cost, sum(depreciation_cents) AS depreciation, sum(closing_cents) AS closing,
    sum(item_closing_cents) AS item FROM asset_line GROUP BY run_id) l ON l.run_id = a.id
SET a.cost_cents = l.cost, a.depreciation_cents = l.depreciation, a.closing_cents = l.closing, a.item_closing_cents = l.item;
