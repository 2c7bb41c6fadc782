-- Material that came for an order goes into a store. Can be repeated from any point.
ALTER TABLE store_lot ADD COLUMN IF NOT EXISTS order_line_id BIGINT NULL COMMENT 'line of the order for which it came; null: it was typed, moved or found' AFTER source;
ALTER TABLE store_lot ADD COLUMN IF NOT EXISTS taken_back BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'it did not go into this store after all' AFTER order_line_id;
ALTER TABLE store_lot ADD CONSTRAINT store_lot_order_line FOREIGN KEY IF NOT EXISTS (order_line_id) REFERENCES order_line (id);
ALTER TABLE store_lot DROP CONSTRAINT IF EXISTS store_lot_taken_back;
ALTER TABLE store_lot ADD CONSTRAINT store_lot_taken_back CHECK (NOT taken_back OR order_line_id IS NOT NULL AND left_amount = 0);
