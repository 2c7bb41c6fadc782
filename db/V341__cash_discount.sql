-- A cash discount that was taken lowers what was spent: the terms of the invoice, what was taken, and each booking of it. Can be repeated.
ALTER TABLE invoice
  ADD COLUMN IF NOT EXISTS discount_bp INT NULL COMMENT 'cash discount that is offered, in basis points of what is payable',
  ADD COLUMN IF NOT EXISTS discount_ends_on DATE NULL COMMENT 'last day of payment on which it may be taken',
  ADD COLUMN IF NOT EXISTS discount_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what was taken, while the invoice is paid';
ALTER TABLE invoice_part
  ADD COLUMN IF NOT EXISTS discount_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'part of the cash discount that was taken';
ALTER TABLE invoice DROP CONSTRAINT IF EXISTS invoice_discount_terms;
ALTER TABLE invoice ADD CONSTRAINT invoice_discount_terms CHECK ((discount_bp IS NULL) = (discount_ends_on IS NULL) AND COALESCE(discount_bp, 1) BETWEEN 1 AND 9999);
ALTER TABLE invoice DROP CONSTRAINT IF EXISTS invoice_discount_taken;
ALTER TABLE invoice ADD CONSTRAINT invoice_discount_taken CHECK (discount_cents = 0 OR discount_cents > 0 AND discount_cents < payable_cents);
CREATE TABLE IF NOT EXISTS invoice_discount (
  id              BIGINT NOT NULL AUTO_INCREMENT,
  invoice_part_id BIGINT NOT NULL,
  cents           BIGINT NOT NULL COMMENT 'gross, taken; below zero: given back because the invoice was not paid after all',
  PRIMARY KEY (id),
  CONSTRAINT invoice_discount_part FOREIGN KEY (invoice_part_id) REFERENCES invoice_part (id)
);
