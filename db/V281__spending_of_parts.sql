-- What was spent stands at the part of the invoice. Can be repeated.
ALTER TABLE delivery_line DROP FOREIGN KEY IF EXISTS delivery_line_spending;
ALTER TABLE delivery_line DROP COLUMN IF EXISTS spending_id;
ALTER TABLE delivery_line MODIFY price_cents BIGINT NOT NULL COMMENT 'gross unit price that was ordered, or invoiced with it';
