-- Pieces that came beyond what was ordered: they stand aside until the supplier has them back. Can be repeated from any point.
CREATE TABLE IF NOT EXISTS goods_surplus (
  id            BIGINT        NOT NULL AUTO_INCREMENT,
  order_line_id BIGINT        NOT NULL,
  pieces        INT           NOT NULL,
  came_on       DATE          NOT NULL,
  note          VARCHAR(2000) NULL,
  actor         VARCHAR(120)  NOT NULL,
  at            DATETIME(6)   NOT NULL,
  ended_on      DATE          NULL,
  ended_why     VARCHAR(2000) NULL COMMENT 'what became of them',
  PRIMARY KEY (id),
  CONSTRAINT goods_surplus_line FOREIGN KEY (order_line_id) REFERENCES order_line (id),
  CONSTRAINT goods_surplus_pieces CHECK (pieces > 0),
  CONSTRAINT goods_surplus_ended CHECK ((ended_on IS NULL) = (ended_why IS NULL))
);
