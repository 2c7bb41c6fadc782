-- What waits, what ends, what is urgent and what is newest is answered by an index, so that no page grows slower with the
-- tables. Can be repeated.
ALTER TABLE annex
  ADD INDEX IF NOT EXISTS annex_concept_due (concept_due_on, concept_received_on);
ALTER TABLE device
  ADD INDEX IF NOT EXISTS device_of_school (school_id, id),
  ADD INDEX IF NOT EXISTS device_waiting (state, model_id, school_id),
  ADD INDEX IF NOT EXISTS device_binding_end (binding_end_on, state, budget_id, school_id);
ALTER TABLE request
  ADD INDEX IF NOT EXISTS request_waiting (state, school_id);
ALTER TABLE ticket
  ADD COLUMN IF NOT EXISTS urgent_on DATE AS (COALESCE(due_on, DATE'9999-12-31')) VIRTUAL;
ALTER TABLE ticket
  ADD INDEX IF NOT EXISTS ticket_urgent (state, urgent_on),
  ADD INDEX IF NOT EXISTS ticket_untaken (state, assignee_id, urgent_on),
  ADD INDEX IF NOT EXISTS ticket_waiting (state, school_id, assignee_id);
ALTER TABLE purchase_order
  ADD COLUMN IF NOT EXISTS awaited_on DATE AS (IF(state IN ('PLACED', 'PARTLY_DELIVERED'), COALESCE(expected_on, DATE'9999-12-31'), NULL)) VIRTUAL;
ALTER TABLE purchase_order
  ADD INDEX IF NOT EXISTS order_awaited (awaited_on),
  ADD INDEX IF NOT EXISTS order_awaited_of (authority_id, awaited_on);
ALTER TABLE posting
  ADD INDEX IF NOT EXISTS posting_by_day (at),
  ADD INDEX IF NOT EXISTS posting_by_kind (kind, at),
  ADD INDEX IF NOT EXISTS posting_recent (budget_id, at, kind, amount_cents, resolves_id);
ALTER TABLE request_item
  ADD INDEX IF NOT EXISTS request_item_reservation (reservation_id);
ALTER TABLE order_line
  ADD INDEX IF NOT EXISTS order_line_commitment (commitment_id);
