-- Room inventory.device: who sold a device of the old stock, and how it was tied to the position of an award that paid for it. Repeatable from any point.
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS supplier     VARCHAR(120) NULL COMMENT 'who sold it, where no order says so',
  ADD COLUMN IF NOT EXISTS award_how    VARCHAR(20)  NULL COMMENT 'NAMED, PROPOSED, CHOSEN, HAND: how it was tied to budget_id; null: by its order, or to none',
  ADD COLUMN IF NOT EXISTS award_points INT          NULL COMMENT 'certainty of that in percent, null: not reckoned';
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_award_known;
ALTER TABLE device ADD CONSTRAINT device_award_known CHECK (award_how IS NULL OR budget_id IS NOT NULL AND price_cents IS NOT NULL AND delivered_on IS NOT NULL);
