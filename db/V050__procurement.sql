-- Module procurement: catalogue, request (Bedarfsmeldung), order, delivery, invoice. Prices are gross, in cents.
CREATE TABLE supplier (
  id      BIGINT       NOT NULL AUTO_INCREMENT,
  name    VARCHAR(160) NOT NULL,
  email   VARCHAR(200) NULL,
  version INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT supplier_name_once UNIQUE (name)
);

CREATE TABLE catalogue_item (
  id          BIGINT       NOT NULL AUTO_INCREMENT,
  model_id    BIGINT       NOT NULL,
  supplier_id BIGINT       NOT NULL,
  name        VARCHAR(160) NOT NULL,
  category    VARCHAR(40)  NOT NULL COMMENT 'funding category that can pay for it',
  price_cents BIGINT       NOT NULL COMMENT 'gross',
  vat_bp      INT          NOT NULL COMMENT 'value added tax contained in the price, basis points',
  contract    VARCHAR(80)  NULL COMMENT 'framework contract',
  valid_to    DATE         NULL,
  active      BOOLEAN      NOT NULL DEFAULT TRUE,
  version     INT          NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT catalogue_item_model FOREIGN KEY (model_id) REFERENCES device_model (id),
  CONSTRAINT catalogue_item_supplier FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT catalogue_item_once UNIQUE (model_id, supplier_id),
  CONSTRAINT catalogue_price_positive CHECK (price_cents > 0)
);

CREATE TABLE request (
  id           BIGINT        NOT NULL AUTO_INCREMENT,
  no           VARCHAR(20)   NOT NULL,
  school_id    BIGINT        NOT NULL,
  title        VARCHAR(160)  NOT NULL,
  reason       VARCHAR(2000) NULL COMMENT 'why the school needs it',
  state        VARCHAR(20)   NOT NULL,
  answer       VARCHAR(2000) NULL COMMENT 'reason of a rejection or question of the funding officer',
  created_by   BIGINT        NULL,
  created_at   DATETIME(6)   NOT NULL,
  submitted_at DATETIME(6)   NULL,
  version      INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT request_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT request_no_once UNIQUE (no),
  INDEX request_by_state (state, submitted_at),
  INDEX request_by_school (school_id, id)
);

CREATE TABLE request_item (
  id             BIGINT      NOT NULL AUTO_INCREMENT,
  request_id     BIGINT      NOT NULL,
  line_no        INT         NOT NULL,
  item_id        BIGINT      NOT NULL,
  room_id        BIGINT      NOT NULL,
  quantity       INT         NOT NULL,
  price_cents    BIGINT      NOT NULL COMMENT 'gross unit price when the line was written',
  category       VARCHAR(40) NOT NULL,
  budget_id      BIGINT      NULL COMMENT 'the position that pays, set at approval',
  reservation_id BIGINT      NULL COMMENT 'open reservation posting',
  PRIMARY KEY (id),
  CONSTRAINT request_item_request FOREIGN KEY (request_id) REFERENCES request (id),
  CONSTRAINT request_item_item FOREIGN KEY (item_id) REFERENCES catalogue_item (id),
  CONSTRAINT request_item_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT request_item_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT request_item_quantity CHECK (quantity BETWEEN 1 AND 10000),
  CONSTRAINT request_item_line_once UNIQUE (request_id, line_no)
);

CREATE TABLE purchase_order (
  id              BIGINT      NOT NULL AUTO_INCREMENT,
  no              VARCHAR(20) NOT NULL,
  supplier_id     BIGINT      NOT NULL,
  authority_id    BIGINT      NOT NULL,
  state           VARCHAR(20) NOT NULL,
  award_reference VARCHAR(80) NULL COMMENT 'file of the award procedure, required above the direct-award limit',
  ordered_on      DATE        NOT NULL,
  expected_on     DATE        NULL,
  created_at      DATETIME(6) NOT NULL,
  version         INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT purchase_order_supplier FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT purchase_order_authority FOREIGN KEY (authority_id) REFERENCES authority (id),
  CONSTRAINT order_no_once UNIQUE (no),
  INDEX order_by_state (state, expected_on)
);

CREATE TABLE order_line (
  id              BIGINT NOT NULL AUTO_INCREMENT,
  order_id        BIGINT NOT NULL,
  line_no         INT    NOT NULL,
  request_item_id BIGINT NOT NULL,
  item_id         BIGINT NOT NULL,
  school_id       BIGINT NOT NULL,
  room_id         BIGINT NOT NULL,
  quantity        INT    NOT NULL,
  delivered       INT    NOT NULL DEFAULT 0,
  cancelled       INT    NOT NULL DEFAULT 0 COMMENT 'pieces that will not come any more',
  price_cents     BIGINT NOT NULL COMMENT 'gross unit price ordered',
  vat_bp          INT    NOT NULL COMMENT 'value added tax contained in the price, basis points',
  budget_id       BIGINT NOT NULL,
  commitment_id   BIGINT NULL COMMENT 'open commitment posting, null when all is delivered or cancelled',
  version         INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT order_line_order FOREIGN KEY (order_id) REFERENCES purchase_order (id),
  CONSTRAINT order_line_request_item FOREIGN KEY (request_item_id) REFERENCES request_item (id),
  CONSTRAINT order_line_item FOREIGN KEY (item_id) REFERENCES catalogue_item (id),
  CONSTRAINT order_line_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT order_line_room FOREIGN KEY (room_id) REFERENCES room (id),
  CONSTRAINT order_line_budget FOREIGN KEY (budget_id) REFERENCES budget (id),
  CONSTRAINT request_item_ordered_once UNIQUE (request_item_id),
  CONSTRAINT order_line_delivered CHECK (delivered >= 0 AND cancelled >= 0 AND delivered + cancelled <= quantity),
  CONSTRAINT order_line_price CHECK (price_cents > 0)
);

CREATE TABLE delivery (
  id               BIGINT      NOT NULL AUTO_INCREMENT,
  order_id         BIGINT      NOT NULL,
  delivery_note_no VARCHAR(60) NOT NULL,
  received_on      DATE        NOT NULL,
  created_at       DATETIME(6) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT delivery_order FOREIGN KEY (order_id) REFERENCES purchase_order (id),
  CONSTRAINT delivery_note_once UNIQUE (order_id, delivery_note_no)
);

CREATE TABLE delivery_line (
  id            BIGINT NOT NULL AUTO_INCREMENT,
  delivery_id   BIGINT NOT NULL,
  order_line_id BIGINT NOT NULL,
  quantity      INT    NOT NULL,
  price_cents   BIGINT NOT NULL COMMENT 'gross unit price invoiced',
  spending_id   BIGINT NULL COMMENT 'spend posting, which names this line as its source and so comes right after it',
  PRIMARY KEY (id),
  CONSTRAINT delivery_line_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (id),
  CONSTRAINT delivery_line_order_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT delivery_line_spending FOREIGN KEY (spending_id) REFERENCES posting (id),
  CONSTRAINT delivery_line_once UNIQUE (delivery_id, order_line_id)
);

CREATE TABLE invoice (
  id          BIGINT      NOT NULL AUTO_INCREMENT,
  supplier_id BIGINT      NOT NULL,
  delivery_id BIGINT      NOT NULL,
  no          VARCHAR(60) NOT NULL,
  invoiced_on DATE        NOT NULL,
  total_cents BIGINT      NOT NULL COMMENT 'gross',
  PRIMARY KEY (id),
  CONSTRAINT invoice_supplier FOREIGN KEY (supplier_id) REFERENCES supplier (id),
  CONSTRAINT invoice_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (id),
  CONSTRAINT invoice_no_once UNIQUE (supplier_id, no)
);

CREATE TABLE delivered_device (
  device_id        BIGINT NOT NULL,
  delivery_line_id BIGINT NOT NULL,
  PRIMARY KEY (device_id),
  CONSTRAINT delivered_device_device FOREIGN KEY (device_id) REFERENCES device (id),
  CONSTRAINT delivered_device_line FOREIGN KEY (delivery_line_id) REFERENCES delivery_line (id)
);
