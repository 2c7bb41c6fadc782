-- Rooms inventory.device, procurement.order: the warranty of what an order brings follows from its months until a person says another day. Repeatable.
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS warranty_months  INT     NULL COMMENT 'months after delivery from which the last day follows; null: a person said it, or nobody knows',
  ADD COLUMN IF NOT EXISTS warranty_ordered BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'the months stand at the line of the order, not at the model';
UPDATE device d JOIN device_model m ON m.id = d.model_id SET d.warranty_months = m.warranty_months
  WHERE d.warranty_months IS NULL AND d.warranty_end_on = DATE_ADD(d.delivered_on, INTERVAL m.warranty_months MONTH);
ALTER TABLE order_line ADD COLUMN IF NOT EXISTS warranty_months INT NULL COMMENT 'agreed with this order, null: as the model says';
ALTER TABLE order_line DROP CONSTRAINT IF EXISTS order_line_warranty;
ALTER TABLE order_line ADD CONSTRAINT order_line_warranty CHECK (warranty_months BETWEEN 1 AND 120);
