-- A claim may say a role that was given by hand: such a role does not go with the claim. Repeatable from any point.
ALTER TABLE provider_role ADD COLUMN IF NOT EXISTS given BOOLEAN NOT NULL DEFAULT TRUE COMMENT 'false: somebody has given the role by hand, before or since';
