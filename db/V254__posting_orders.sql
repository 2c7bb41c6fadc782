-- Postings are walked in the order that is asked for. Can be repeated.
ALTER TABLE posting
  ADD INDEX IF NOT EXISTS posting_of_kind (kind),
  ADD INDEX IF NOT EXISTS posting_by_amount (amount_cents);
