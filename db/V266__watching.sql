-- Who watches is told by a job that reads the history; each line of it is told once to one person.
CREATE TABLE IF NOT EXISTS history_reader (
  name VARCHAR(30) NOT NULL,
  upto BIGINT      NOT NULL COMMENT 'lines of the history up to here are done with for good',
  PRIMARY KEY (name)
);

ALTER TABLE notice ADD COLUMN IF NOT EXISTS history_id BIGINT NULL COMMENT 'the line of the history that is told to who watches';
ALTER TABLE notice ADD COLUMN IF NOT EXISTS action VARCHAR(80) NULL COMMENT 'text key of what was done, where the sentence names it';
ALTER TABLE notice ADD UNIQUE INDEX IF NOT EXISTS notice_history_once (user_id, history_id);

-- Of a delivery that is late people are told once for each day on which it was expected.
CREATE TABLE IF NOT EXISTS order_late (
  order_id    BIGINT NOT NULL,
  expected_on DATE   NOT NULL,
  PRIMARY KEY (order_id, expected_on),
  CONSTRAINT order_late_order FOREIGN KEY (order_id) REFERENCES purchase_order (id)
);
