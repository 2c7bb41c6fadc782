-- Room install.rating: what the school thinks of work that it has accepted. It names nobody.
CREATE TABLE IF NOT EXISTS ticket_rating (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  ticket_id BIGINT       NOT NULL,
  stars     INT          NOT NULL COMMENT '1 (bad) to 5 (very good)',
  word      VARCHAR(200) NULL,
  rated_on  DATE         NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT ticket_rating_once UNIQUE (ticket_id),
  CONSTRAINT ticket_rating_stars CHECK (stars BETWEEN 1 AND 5),
  CONSTRAINT ticket_rating_ticket FOREIGN KEY (ticket_id) REFERENCES ticket (id)
) COLLATE utf8mb4_uca1400_as_ci;
