-- Room funding.application: the list of positions is sorted after what was granted and what is left of it. Repeatable from any point.
ALTER TABLE funding_position ADD COLUMN IF NOT EXISTS budget_id BIGINT NULL COMMENT 'what pays it since it was decided, as in budget.position_id';
UPDATE funding_position p JOIN budget b ON b.position_id = p.id SET p.budget_id = b.id WHERE p.budget_id IS NULL;
ALTER TABLE funding_position ADD UNIQUE INDEX IF NOT EXISTS position_budget_once (budget_id);
ALTER TABLE funding_position ADD CONSTRAINT position_budget FOREIGN KEY IF NOT EXISTS (budget_id) REFERENCES budget (id);
ALTER TABLE funding_position ADD INDEX IF NOT EXISTS position_by_approved (approved_cents, id);
