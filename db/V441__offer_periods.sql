-- An offer of a supplier holds from a day to a day at a price; what is in the catalogue is the one that holds. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS offer_period (
  id          BIGINT NOT NULL AUTO_INCREMENT,
  item_id     BIGINT NOT NULL,
  from_on     DATE   NOT NULL,
  to_on       DATE   NULL COMMENT 'last day, null without end',
  price_cents BIGINT NOT NULL COMMENT 'gross, for one piece',
  vat_bp      INT    NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT offer_period_item FOREIGN KEY (item_id) REFERENCES catalogue_item (id),
  CONSTRAINT offer_period_once UNIQUE (item_id, from_on),
  CONSTRAINT offer_period_days CHECK (to_on IS NULL OR to_on >= from_on),
  CONSTRAINT offer_period_price CHECK (price_cents > 0)
);
ALTER TABLE catalogue_item ADD COLUMN IF NOT EXISTS valid_from DATE NULL COMMENT 'first day of the offer that stands here' AFTER contract;
UPDATE catalogue_item i SET i.valid_from = LEAST(COALESCE((SELECT DATE(MIN(h.at)) FROM history h WHERE h.subject_type = 'CatalogueItem' AND h.subject_id = i.id), CURRENT_DATE),
  COALESCE(i.valid_to, '9999-12-31')) WHERE i.valid_from IS NULL;
INSERT IGNORE INTO offer_period (item_id, from_on, to_on, price_cents, vat_bp)
  SELECT i.id, i.valid_from, i.valid_to, i.price_cents, i.vat_bp FROM catalogue_item i WHERE NOT EXISTS (SELECT 1 FROM offer_period p WHERE p.item_id = i.id);
CREATE TABLE IF NOT EXISTS offer_told (
  item_id  BIGINT NOT NULL,
  valid_to DATE   NOT NULL COMMENT 'that it ends on this day was told',
  PRIMARY KEY (item_id, valid_to),
  CONSTRAINT offer_told_item FOREIGN KEY (item_id) REFERENCES catalogue_item (id)
);
