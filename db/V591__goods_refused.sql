-- Pieces that were refused or broken at the door: counted at their delivery, with the reason; their order line stays open for them. Can be repeated.
CREATE TABLE IF NOT EXISTS goods_refused (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  delivery_id   BIGINT        NOT NULL,
  order_line_id BIGINT        NOT NULL,
  kind          VARCHAR(20)   NOT NULL COMMENT 'REFUSED or BROKEN',
  pieces        INT           NOT NULL,
  reason        VARCHAR(2000) NOT NULL,
  actor         VARCHAR(120)  NOT NULL,
  at            DATETIME(6)   NOT NULL,
  undone_on     DATE          NULL COMMENT 'it was noted by mistake',
  undone_why    VARCHAR(2000) NULL,
  PRIMARY KEY (id),
  CONSTRAINT goods_refused_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (id),
  CONSTRAINT goods_refused_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT goods_refused_pieces CHECK (pieces > 0),
  CONSTRAINT goods_refused_undone CHECK ((undone_on IS NULL) = (undone_why IS NULL))
);
