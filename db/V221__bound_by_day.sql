-- What the postings of a day have bound of an application's money, on balance: the radar reads days, not postings. Kept by the
-- ledger in the transaction of the posting. Days are those of UTC. Can be repeated.
CREATE TABLE IF NOT EXISTS bound_by_day (
  application_id BIGINT NOT NULL,
  bound_on       DATE   NOT NULL,
  cents          BIGINT NOT NULL COMMENT 'reserved, committed, spent and corrected, less what that ended and what was released',
  PRIMARY KEY (application_id, bound_on),
  CONSTRAINT bound_application FOREIGN KEY (application_id) REFERENCES application (id)
);
DELETE FROM bound_by_day;
INSERT INTO bound_by_day (application_id, bound_on, cents)
  SELECT b.application_id, DATE(p.at), SUM(IF(p.kind = 'RELEASE', 0, p.amount_cents)) - SUM(COALESCE(q.amount_cents, 0))
  FROM posting p JOIN budget b ON b.id = p.budget_id LEFT JOIN posting q ON q.id = p.resolves_id
  WHERE p.kind <> 'ALLOT' GROUP BY b.application_id, DATE(p.at);
