-- Each line of an order has a day of its own on which it is expected; that of the order is the earliest of what is awaited. Can be repeated.
ALTER TABLE order_line ADD COLUMN IF NOT EXISTS expected_on DATE NULL COMMENT 'as the supplier has promised it last, null if nobody knows';
UPDATE order_line l JOIN purchase_order o ON o.id = l.order_id SET l.expected_on = o.expected_on WHERE l.expected_on IS NULL AND o.expected_on IS NOT NULL;
