-- What points to a posting or a budget does so by a key. Each statement can be repeated.
ALTER TABLE posting DROP FOREIGN KEY IF EXISTS posting_resolves_own;
ALTER TABLE posting ADD CONSTRAINT posting_resolves_own FOREIGN KEY (budget_id, resolves_id) REFERENCES posting (budget_id, id);

ALTER TABLE request_item DROP FOREIGN KEY IF EXISTS request_item_reservation;
ALTER TABLE request_item ADD CONSTRAINT request_item_reservation FOREIGN KEY (reservation_id) REFERENCES posting (id);

ALTER TABLE order_line DROP FOREIGN KEY IF EXISTS order_line_commitment;
ALTER TABLE order_line ADD CONSTRAINT order_line_commitment FOREIGN KEY (commitment_id) REFERENCES posting (id);

ALTER TABLE device DROP FOREIGN KEY IF EXISTS device_budget;
ALTER TABLE device ADD CONSTRAINT device_budget FOREIGN KEY (budget_id) REFERENCES budget (id);

ALTER TABLE device DROP FOREIGN KEY IF EXISTS device_order_line;
ALTER TABLE device ADD CONSTRAINT device_order_line FOREIGN KEY (order_line_id) REFERENCES order_line (id);
