-- A receipt and an invoice are two things: goods come with a delivery note, an invoice is captured, checked, approved and paid. Each
-- old delivery has its approved invoice, and every figure stays as it was. Can be repeated from any point.
ALTER TABLE order_line
  ADD COLUMN IF NOT EXISTS settled INT NULL COMMENT 'pieces that approved invoices have paid';
UPDATE order_line SET settled = delivered WHERE settled IS NULL;
ALTER TABLE order_line MODIFY settled INT NOT NULL DEFAULT 0 COMMENT 'pieces that approved invoices have paid';
ALTER TABLE order_line DROP CONSTRAINT IF EXISTS order_line_settled;
ALTER TABLE order_line ADD CONSTRAINT order_line_settled CHECK (settled >= 0 AND settled + cancelled <= quantity);

CREATE TABLE IF NOT EXISTS order_change (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  order_line_id BIGINT        NOT NULL,
  pieces        INT           NOT NULL COMMENT 'more or, below zero, fewer pieces than before',
  reason        VARCHAR(2000) NOT NULL,
  actor         VARCHAR(120)  NOT NULL,
  at            DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT order_change_line FOREIGN KEY (order_line_id) REFERENCES order_line (id)
);

ALTER TABLE invoice ADD INDEX IF NOT EXISTS invoice_of_supplier (supplier_id, invoiced_on);
ALTER TABLE invoice
  MODIFY delivery_id BIGINT NULL COMMENT 'the delivery that it was booked with in one step, null otherwise',
  ADD COLUMN IF NOT EXISTS authority_id BIGINT NULL,
  ADD COLUMN IF NOT EXISTS kind VARCHAR(20) NOT NULL DEFAULT 'INVOICE',
  ADD COLUMN IF NOT EXISTS state VARCHAR(20) NOT NULL DEFAULT 'APPROVED',
  ADD COLUMN IF NOT EXISTS net_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'as printed, after allowances and charges',
  ADD COLUMN IF NOT EXISTS rounding_cents BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN IF NOT EXISTS prepaid_cents BIGINT NOT NULL DEFAULT 0 COMMENT 'what the invoice deducts as paid before',
  ADD COLUMN IF NOT EXISTS payable_cents BIGINT NULL COMMENT 'total + rounding - prepaid',
  ADD COLUMN IF NOT EXISTS supplied_on DATE NULL COMMENT 'day of supply that the invoice names',
  ADD COLUMN IF NOT EXISTS due_on DATE NULL,
  ADD COLUMN IF NOT EXISTS paid_on DATE NULL,
  ADD COLUMN IF NOT EXISTS explanation VARCHAR(2000) NULL COMMENT 'why it may differ from order and receipt',
  ADD COLUMN IF NOT EXISTS reference VARCHAR(120) NULL COMMENT 'buyer reference of an electronic invoice',
  ADD COLUMN IF NOT EXISTS created_at DATETIME(6) NULL,
  ADD COLUMN IF NOT EXISTS version INT NOT NULL DEFAULT 0;
UPDATE invoice v JOIN delivery d ON d.id = v.delivery_id JOIN purchase_order o ON o.id = d.order_id
  SET v.authority_id = o.authority_id, v.created_at = d.created_at, v.supplied_on = d.received_on WHERE v.authority_id IS NULL;
UPDATE invoice SET payable_cents = total_cents WHERE payable_cents IS NULL;
ALTER TABLE invoice
  MODIFY authority_id BIGINT NOT NULL, MODIFY created_at DATETIME(6) NOT NULL,
  MODIFY payable_cents BIGINT NOT NULL COMMENT 'total + rounding - prepaid',
  ADD COLUMN IF NOT EXISTS invoice_year SMALLINT AS (YEAR(invoiced_on)) PERSISTENT,
  ADD COLUMN IF NOT EXISTS valid_no VARCHAR(60) AS (IF(state = 'CANCELLED', NULL, no)) PERSISTENT COMMENT 'a cancelled invoice may come again';
ALTER TABLE invoice DROP INDEX IF EXISTS invoice_no_once;
ALTER TABLE invoice ADD CONSTRAINT invoice_no_once UNIQUE (supplier_id, invoice_year, valid_no);
ALTER TABLE invoice DROP FOREIGN KEY IF EXISTS invoice_authority;
ALTER TABLE invoice ADD CONSTRAINT invoice_authority FOREIGN KEY (authority_id) REFERENCES authority (id);
ALTER TABLE invoice DROP CONSTRAINT IF EXISTS invoice_payable;
ALTER TABLE invoice ADD CONSTRAINT invoice_payable CHECK (payable_cents = total_cents + rounding_cents - prepaid_cents);
ALTER TABLE invoice
  ADD INDEX IF NOT EXISTS invoice_by_no (no),
  ADD INDEX IF NOT EXISTS invoice_by_state (state),
  ADD INDEX IF NOT EXISTS invoice_by_day (invoiced_on),
  ADD INDEX IF NOT EXISTS invoice_by_due (due_on),
  ADD INDEX IF NOT EXISTS invoice_by_payment (paid_on),
  ADD INDEX IF NOT EXISTS invoice_by_amount (payable_cents);

CREATE TABLE IF NOT EXISTS invoice_line (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  invoice_id    BIGINT        NOT NULL,
  line_no       INT           NOT NULL,
  kind          VARCHAR(20)   NOT NULL,
  text          VARCHAR(300)  NOT NULL,
  pieces        INT           NOT NULL DEFAULT 0 COMMENT 'pieces of the order line that it pays',
  net_cents     BIGINT        NOT NULL,
  vat_bp        INT           NOT NULL,
  order_line_id BIGINT        NULL,
  supplied_on   DATE          NULL,
  PRIMARY KEY (id),
  CONSTRAINT invoice_line_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT invoice_line_order_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT invoice_line_once UNIQUE (invoice_id, line_no)
);
CREATE TABLE IF NOT EXISTS invoice_vat (
  id         BIGINT NOT NULL AUTO_INCREMENT,
  invoice_id BIGINT NOT NULL,
  vat_bp     INT    NOT NULL,
  net_cents  BIGINT NOT NULL,
  vat_cents  BIGINT NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT invoice_vat_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT invoice_vat_once UNIQUE (invoice_id, vat_bp)
);
CREATE TABLE IF NOT EXISTS invoice_part (
  id               BIGINT NOT NULL AUTO_INCREMENT,
  invoice_id       BIGINT NOT NULL,
  order_line_id    BIGINT NOT NULL,
  pieces           INT    NOT NULL,
  gross_cents      BIGINT NOT NULL COMMENT 'what the invoice spends on this order line, below zero for a credit note',
  spending_id      BIGINT NULL COMMENT 'posting that spends it, null for nothing spent',
  delivery_line_id BIGINT NULL COMMENT 'the goods that it was booked with in one step, null otherwise',
  PRIMARY KEY (id),
  CONSTRAINT invoice_part_invoice FOREIGN KEY (invoice_id) REFERENCES invoice (id),
  CONSTRAINT invoice_part_order_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT invoice_part_spending FOREIGN KEY (spending_id) REFERENCES posting (id),
  CONSTRAINT invoice_part_delivery_line FOREIGN KEY (delivery_line_id) REFERENCES delivery_line (id),
  CONSTRAINT invoice_part_once UNIQUE (invoice_id, order_line_id)
);
CREATE TABLE IF NOT EXISTS invoiced_device (
  device_id       BIGINT NOT NULL,
  invoice_part_id BIGINT NOT NULL,
  PRIMARY KEY (device_id),
  CONSTRAINT invoiced_device_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT invoiced_device_part FOREIGN KEY (invoice_part_id) REFERENCES invoice_part (id)
);
CREATE TABLE IF NOT EXISTS vat_rate (
  valid_from  DATE         NOT NULL,
  standard_bp INT          NOT NULL,
  reduced_bp  INT          NOT NULL,
  source      VARCHAR(200) NOT NULL,
  PRIMARY KEY (valid_from)
);
INSERT IGNORE INTO vat_rate (valid_from, standard_bp, reduced_bp, source) VALUES
  ('2007-01-01', 1900, 700, '§ 12 UStG'), ('2020-07-01', 1600, 500, '§ 28 Abs. 1 bis 3 UStG'), ('2021-01-01', 1900, 700, '§ 12 UStG');

INSERT INTO invoice_line (invoice_id, line_no, kind, text, pieces, net_cents, vat_bp, order_line_id, supplied_on)
  SELECT v.id, ROW_NUMBER() OVER (PARTITION BY v.id ORDER BY x.id), 'GOODS', LEFT(c.name, 300), x.quantity,
    ROUND(x.quantity * x.price_cents * 10000 / (10000 + l.vat_bp)), l.vat_bp, l.id, NULL
  FROM invoice v JOIN delivery_line x ON x.delivery_id = v.delivery_id JOIN order_line l ON l.id = x.order_line_id
  JOIN catalogue_item c ON c.id = l.item_id
  WHERE v.net_cents = 0 AND NOT EXISTS (SELECT 1 FROM invoice_line y WHERE y.invoice_id = v.id);
INSERT INTO invoice_vat (invoice_id, vat_bp, net_cents, vat_cents)
  SELECT n.invoice_id, n.vat_bp, SUM(n.net_cents), SUM(x.quantity * x.price_cents) - SUM(n.net_cents)
  FROM invoice_line n JOIN invoice v ON v.id = n.invoice_id JOIN delivery_line x ON x.delivery_id = v.delivery_id AND x.order_line_id = n.order_line_id
  WHERE v.net_cents = 0 AND NOT EXISTS (SELECT 1 FROM invoice_vat y WHERE y.invoice_id = n.invoice_id) GROUP BY n.invoice_id, n.vat_bp;
-- what a later version took away is there again while this one is repeated
ALTER TABLE delivery_line ADD COLUMN IF NOT EXISTS spending_id BIGINT NULL;
INSERT INTO invoice_part (invoice_id, order_line_id, pieces, gross_cents, spending_id, delivery_line_id)
  SELECT v.id, x.order_line_id, x.quantity, x.quantity * x.price_cents, x.spending_id, x.id
  FROM invoice v JOIN delivery_line x ON x.delivery_id = v.delivery_id
  WHERE NOT EXISTS (SELECT 1 FROM invoice_part y WHERE y.invoice_id = v.id);
INSERT INTO invoiced_device (device_id, invoice_part_id)
  SELECT d.device_id, p.id FROM delivered_device d JOIN invoice_part p ON p.delivery_line_id = d.delivery_line_id
  WHERE NOT EXISTS (SELECT 1 FROM invoiced_device y WHERE y.device_id = d.device_id);
UPDATE invoice v JOIN (SELECT invoice_id, SUM(net_cents) AS net FROM invoice_line GROUP BY invoice_id) n ON n.invoice_id = v.id
  SET v.net_cents = n.net WHERE v.net_cents = 0;
