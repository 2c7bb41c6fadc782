-- What had come can go back: to the supplier, in exchange, or because it was booked by mistake. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS goods_back (
  id             BIGINT        NOT NULL AUTO_INCREMENT,
  order_line_id  BIGINT        NOT NULL,
  device_id      BIGINT        NULL COMMENT 'null for pieces that are counted and not inventoried',
  pieces         INT           NOT NULL,
  kind           VARCHAR(20)   NOT NULL,
  back_on        DATE          NOT NULL,
  reason         VARCHAR(2000) NOT NULL,
  replaced_id    BIGINT        NULL COMMENT 'device that came in its place',
  credit_part_id BIGINT        NULL COMMENT 'part of the credit note that gives its money back',
  actor          VARCHAR(120)  NOT NULL,
  at             DATETIME(6)   NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT goods_back_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT goods_back_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT goods_back_replaced FOREIGN KEY (replaced_id) REFERENCES device (id),
  CONSTRAINT goods_back_credit FOREIGN KEY (credit_part_id) REFERENCES invoice_part (id),
  CONSTRAINT goods_back_device_once UNIQUE (device_id),
  CONSTRAINT goods_back_replaced_once UNIQUE (replaced_id),
  CONSTRAINT goods_back_pieces CHECK (pieces > 0)
);
ALTER TABLE device
  ADD COLUMN IF NOT EXISTS replaces_id BIGINT NULL COMMENT 'device in whose place it came',
  ADD COLUMN IF NOT EXISTS bound_on DATE NULL COMMENT 'day from which it is bound if another device was bound in its place before';
ALTER TABLE device DROP FOREIGN KEY IF EXISTS device_replaces;
ALTER TABLE device DROP INDEX IF EXISTS device_replaces_once;
ALTER TABLE device ADD CONSTRAINT device_replaces_once UNIQUE (replaces_id);
ALTER TABLE device ADD CONSTRAINT device_replaces FOREIGN KEY (replaces_id) REFERENCES device (id);
-- what had never come has no serial number
ALTER TABLE device DROP CONSTRAINT IF EXISTS device_received_whole;
ALTER TABLE device ADD CONSTRAINT device_received_whole
  CHECK (origin <> 'RECEIPT' OR (serial IS NOT NULL OR COALESCE(disposal, '') = 'NEVER_CAME') AND price_cents IS NOT NULL AND delivered_on IS NOT NULL);
