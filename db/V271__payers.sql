-- Each line of a request and of an order, and each device, has one to many payers, whose parts are the line to the cent. What was
-- paid by one budget has that one payer. Can be repeated.
CREATE TABLE IF NOT EXISTS request_payer (
  id              BIGINT NOT NULL AUTO_INCREMENT,
  request_item_id BIGINT NOT NULL,
  budget_id       BIGINT NOT NULL,
  amount_cents    BIGINT NOT NULL COMMENT 'gross part of the line',
  reservation_id  BIGINT NULL COMMENT 'open reservation posting',
  PRIMARY KEY (id),
  CONSTRAINT request_payer_item FOREIGN KEY (request_item_id) REFERENCES request_item (id),
  CONSTRAINT request_payer_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT request_payer_reservation FOREIGN KEY (reservation_id) REFERENCES posting (id),
  CONSTRAINT request_payer_once UNIQUE (request_item_id, budget_id),
  CONSTRAINT request_payer_amount CHECK (amount_cents > 0)
);
INSERT IGNORE INTO request_payer (request_item_id, budget_id, amount_cents, reservation_id)
  SELECT i.id, i.budget_id, i.quantity * i.price_cents, i.reservation_id FROM request_item i
  WHERE i.budget_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM request_payer p WHERE p.request_item_id = i.id);

CREATE TABLE IF NOT EXISTS order_payer (
  id            BIGINT NOT NULL AUTO_INCREMENT,
  order_line_id BIGINT NOT NULL,
  budget_id     BIGINT NOT NULL,
  amount_cents  BIGINT NOT NULL COMMENT 'gross part of the line as it was ordered',
  open_cents    BIGINT NOT NULL DEFAULT 0 COMMENT 'what of it is committed and awaited',
  commitment_id BIGINT NULL COMMENT 'open commitment posting, null when nothing of the part is awaited',
  PRIMARY KEY (id),
  CONSTRAINT order_payer_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT order_payer_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT order_payer_commitment FOREIGN KEY (commitment_id) REFERENCES posting (id),
  CONSTRAINT order_payer_once UNIQUE (order_line_id, budget_id),
  CONSTRAINT order_payer_amount CHECK (amount_cents > 0)
);
INSERT IGNORE INTO order_payer (order_line_id, budget_id, amount_cents, open_cents, commitment_id)
  SELECT l.id, l.budget_id, l.quantity * l.price_cents, COALESCE(c.amount_cents, 0), l.commitment_id
  FROM order_line l LEFT JOIN posting c ON c.id = l.commitment_id
  WHERE NOT EXISTS (SELECT 1 FROM order_payer p WHERE p.order_line_id = l.id);

CREATE TABLE IF NOT EXISTS device_payer (
  device_id    BIGINT       NOT NULL,
  budget_id    BIGINT       NOT NULL,
  amount_cents BIGINT       NOT NULL COMMENT 'gross part of the price',
  label        VARCHAR(300) NOT NULL COMMENT 'as the budget was called at the delivery',
  PRIMARY KEY (device_id, budget_id),
  CONSTRAINT device_payer_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT device_payer_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT device_payer_amount CHECK (amount_cents >= 0)
);
INSERT IGNORE INTO device_payer (device_id, budget_id, amount_cents, label)
  SELECT d.id, d.budget_id, d.price_cents, COALESCE(d.funding_label, '') FROM device d
  WHERE d.budget_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM device_payer p WHERE p.device_id = d.id);

-- a line whose payers were changed reserves under a source of its own; the rest of a request that was approved in part names it
ALTER TABLE request_item ADD COLUMN IF NOT EXISTS payer_changes INT NOT NULL DEFAULT 0;
ALTER TABLE request ADD COLUMN IF NOT EXISTS rest_of_id BIGINT NULL COMMENT 'the request that was approved without this part of it';
ALTER TABLE request DROP FOREIGN KEY IF EXISTS request_rest_of;
ALTER TABLE request ADD CONSTRAINT request_rest_of FOREIGN KEY (rest_of_id) REFERENCES request (id);
