-- A credit note is set off against invoices of the same supplier: its amount is below zero, and what is set off is one transfer.
ALTER TABLE payment_item ADD COLUMN IF NOT EXISTS transfer_no INT NULL COMMENT 'line_no of the first item of the same transfer; null: a transfer of its own';
ALTER TABLE payment_item DROP CONSTRAINT IF EXISTS payment_item_amounts;
ALTER TABLE payment_item ADD CONSTRAINT payment_item_amounts CHECK (amount_cents <> 0 AND discount_cents >= 0 AND (amount_cents > 0 OR discount_cents = 0));
ALTER TABLE payment_item DROP CONSTRAINT IF EXISTS payment_item_credit_set_off;
ALTER TABLE payment_item ADD CONSTRAINT payment_item_credit_set_off CHECK (amount_cents > 0 OR transfer_no IS NOT NULL);
-- what the bank has returned is not paid by this list again
ALTER TABLE payment_item ADD COLUMN IF NOT EXISTS bounced BOOLEAN NOT NULL DEFAULT FALSE;
