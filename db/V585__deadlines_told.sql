-- Of a deadline of funding that nobody has seen to people are told before it is due and when it is over: once for each of these steps and day. Repeatable.
CREATE TABLE IF NOT EXISTS deadline_told (
  authority_id BIGINT      NOT NULL,
  due_on       DATE        NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  subject_id   BIGINT      NOT NULL COMMENT 'application, annex, drawdown, proof, inquiry, revision or programme, by kind',
  step         VARCHAR(10) NOT NULL COMMENT 'MONTH, WEEK, DAY or OVER',
  told_at      DATETIME(6) NOT NULL,
  PRIMARY KEY (authority_id, due_on, kind, subject_id, step),
  CONSTRAINT deadline_told_authority FOREIGN KEY (authority_id) REFERENCES authority (id)
);
