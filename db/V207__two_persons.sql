-- A ceiling that one person sets holds when another has confirmed it; until then the confirmed one goes on to hold, and the new
-- one warns.
ALTER TABLE programme_ceiling
  ADD COLUMN IF NOT EXISTS verified_cents BIGINT NULL COMMENT 'the amount that was confirmed last; grant money without own share',
  ADD COLUMN IF NOT EXISTS verified_source VARCHAR(300) NULL COMMENT 'where the confirmed amount stands';
UPDATE programme_ceiling SET verified_cents = ceiling_cents, verified_source = source WHERE verified = TRUE AND verified_cents IS NULL;

-- Only a verified rule refuses: a binding from a rule that nobody has verified warns when the device is retired.
ALTER TABLE device ADD COLUMN IF NOT EXISTS binding_verified BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'false: from a rule that nobody has verified';
