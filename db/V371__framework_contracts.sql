-- Room procurement.catalogue: framework contracts with their volume; how much of it is used follows from the order lines that call it
-- off. Suppliers with whom one speaks there, and the number under which they know their customer.
ALTER TABLE supplier ADD COLUMN IF NOT EXISTS contact VARCHAR(160) NULL COMMENT 'who is asked there';
ALTER TABLE supplier ADD COLUMN IF NOT EXISTS phone VARCHAR(60) NULL;
ALTER TABLE supplier ADD COLUMN IF NOT EXISTS customer_no VARCHAR(60) NULL COMMENT 'under which the supplier knows us';

CREATE TABLE IF NOT EXISTS framework_contract (
  id           BIGINT       NOT NULL AUTO_INCREMENT,
  supplier_id  BIGINT       NOT NULL,
  no           VARCHAR(80)  NOT NULL,
  title        VARCHAR(160) NOT NULL,
  volume_cents BIGINT       NULL COMMENT 'net, null if none is agreed',
  from_on      DATE         NULL,
  to_on        DATE         NULL COMMENT 'the last day',
  refuses      BOOLEAN      NOT NULL DEFAULT FALSE COMMENT 'true: what exceeds volume or term cannot be ordered, false: it is said and recorded',
  version      INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT framework_contract_once UNIQUE (supplier_id, no),
  CONSTRAINT framework_contract_supplier FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT framework_contract_volume CHECK (volume_cents > 0),
  CONSTRAINT framework_contract_term CHECK (from_on <= to_on)
) COLLATE utf8mb4_uca1400_as_ci;

-- what the catalogue named until now, without volume
INSERT INTO framework_contract (supplier_id, no, title)
SELECT i.supplier_id, i.contract, i.contract FROM catalogue_item i WHERE i.contract IS NOT NULL AND i.contract <> ''
  AND NOT EXISTS (SELECT 1 FROM framework_contract f WHERE f.supplier_id = i.supplier_id AND f.no = i.contract)
GROUP BY i.supplier_id, i.contract;

ALTER TABLE order_line ADD COLUMN IF NOT EXISTS contract_id BIGINT NULL COMMENT 'framework contract that the line calls off';
ALTER TABLE order_line ADD CONSTRAINT order_line_contract FOREIGN KEY IF NOT EXISTS (contract_id) REFERENCES framework_contract (id);
UPDATE order_line l JOIN catalogue_item i ON i.id = l.item_id JOIN framework_contract f ON f.supplier_id = i.supplier_id AND f.no = i.contract
SET l.contract_id = f.id WHERE l.contract_id IS NULL;
