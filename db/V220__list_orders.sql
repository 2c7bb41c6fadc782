-- A list is walked in the order that is asked for, whatever it is sorted by. Can be repeated.
ALTER TABLE device
  ADD INDEX IF NOT EXISTS device_by_state (state),
  ADD INDEX IF NOT EXISTS device_by_price (price_cents),
  ADD INDEX IF NOT EXISTS device_by_delivery (delivered_on),
  ADD INDEX IF NOT EXISTS device_by_service (in_service_on),
  ADD INDEX IF NOT EXISTS device_by_binding (binding_end_on);
ALTER TABLE ticket
  ADD INDEX IF NOT EXISTS ticket_by_title (title),
  ADD INDEX IF NOT EXISTS ticket_of_state (state),
  ADD INDEX IF NOT EXISTS ticket_by_assignee (assignee),
  ADD INDEX IF NOT EXISTS ticket_by_due (due_on),
  ADD INDEX IF NOT EXISTS ticket_by_opening (opened_at);
ALTER TABLE request
  ADD INDEX IF NOT EXISTS request_by_title (title),
  ADD INDEX IF NOT EXISTS request_of_state (state),
  ADD INDEX IF NOT EXISTS request_by_creation (created_at),
  ADD INDEX IF NOT EXISTS request_by_submission (submitted_at);
ALTER TABLE request_item
  ADD INDEX IF NOT EXISTS request_item_category (category, request_id);
ALTER TABLE purchase_order
  ADD INDEX IF NOT EXISTS order_of_state (state),
  ADD INDEX IF NOT EXISTS order_by_day (ordered_on),
  ADD INDEX IF NOT EXISTS order_by_expectation (expected_on);
ALTER TABLE school
  ADD INDEX IF NOT EXISTS school_by_type (type),
  ADD INDEX IF NOT EXISTS school_by_postcode (postcode),
  ADD INDEX IF NOT EXISTS school_by_city (city),
  ADD INDEX IF NOT EXISTS school_by_pupils (pupils),
  ADD INDEX IF NOT EXISTS school_by_official_no (official_no);
ALTER TABLE budget
  ADD COLUMN IF NOT EXISTS free_cents BIGINT AS (allotted_cents - (reserved_cents + committed_cents + spent_cents)) VIRTUAL;
ALTER TABLE budget
  ADD INDEX IF NOT EXISTS budget_by_category (category),
  ADD INDEX IF NOT EXISTS budget_by_allotted (allotted_cents),
  ADD INDEX IF NOT EXISTS budget_by_reserved (reserved_cents),
  ADD INDEX IF NOT EXISTS budget_by_committed (committed_cents),
  ADD INDEX IF NOT EXISTS budget_by_spent (spent_cents),
  ADD INDEX IF NOT EXISTS budget_by_free (free_cents);
ALTER TABLE funding_position
  ADD INDEX IF NOT EXISTS position_by_no (no);
ALTER TABLE application
  ADD INDEX IF NOT EXISTS application_by_title (title),
  ADD INDEX IF NOT EXISTS application_by_state (state),
  ADD INDEX IF NOT EXISTS application_by_submission (submitted_on),
  ADD INDEX IF NOT EXISTS application_by_decision (decided_on),
  ADD INDEX IF NOT EXISTS application_by_period (period_to);
ALTER TABLE programme
  ADD INDEX IF NOT EXISTS programme_by_name (name),
  ADD INDEX IF NOT EXISTS programme_by_start (starts_on),
  ADD INDEX IF NOT EXISTS programme_by_end (ends_on);
ALTER TABLE device_model
  ADD INDEX IF NOT EXISTS model_by_name (name),
  ADD INDEX IF NOT EXISTS model_by_kind (kind);
ALTER TABLE catalogue_item
  ADD INDEX IF NOT EXISTS item_by_name (name),
  ADD INDEX IF NOT EXISTS item_by_category (category, name),
  ADD INDEX IF NOT EXISTS item_of_category (category),
  ADD INDEX IF NOT EXISTS item_by_price (price_cents),
  ADD INDEX IF NOT EXISTS item_by_end (valid_to);
