-- The school says whether all is here that was received for it; silence is shown as such. Deliveries of before are not asked about. Can be repeated.
CREATE TABLE IF NOT EXISTS goods_check (
  id          BIGINT        NOT NULL AUTO_INCREMENT,
  delivery_id BIGINT        NOT NULL,
  school_id   BIGINT        NOT NULL,
  no          VARCHAR(40)   NOT NULL COMMENT 'number of the order and of the delivery note, cut where they are too long',
  state       VARCHAR(20)   NOT NULL,
  asked_on    DATE          NOT NULL,
  due_on      DATE          NOT NULL COMMENT 'last day for an answer; after it the school is silent',
  answered_at DATETIME(6)   NULL,
  answered_by VARCHAR(120)  NULL,
  note        VARCHAR(2000) NULL,
  version     INT           NOT NULL DEFAULT 0,
  PRIMARY KEY (id),
  CONSTRAINT goods_check_delivery FOREIGN KEY (delivery_id) REFERENCES delivery (id),
  CONSTRAINT goods_check_school FOREIGN KEY (school_id) REFERENCES school (id),
  CONSTRAINT goods_check_once UNIQUE (delivery_id, school_id),
  CONSTRAINT goods_check_answered CHECK ((state = 'ASKED') = (answered_at IS NULL) AND (answered_at IS NULL) = (answered_by IS NULL)),
  INDEX goods_check_waiting (state, school_id, due_on)
);
CREATE TABLE IF NOT EXISTS goods_check_line (
  id               BIGINT       NOT NULL AUTO_INCREMENT,
  check_id         BIGINT       NOT NULL,
  delivery_line_id BIGINT       NOT NULL,
  missing          INT          NOT NULL,
  broken           INT          NOT NULL,
  note             VARCHAR(500) NULL,
  PRIMARY KEY (id),
  CONSTRAINT goods_check_line_check FOREIGN KEY (check_id) REFERENCES goods_check (id),
  CONSTRAINT goods_check_line_line FOREIGN KEY (delivery_line_id) REFERENCES delivery_line (id),
  CONSTRAINT goods_check_line_once UNIQUE (check_id, delivery_line_id),
  CONSTRAINT goods_check_line_pieces CHECK (missing >= 0 AND broken >= 0 AND missing + broken > 0)
);
