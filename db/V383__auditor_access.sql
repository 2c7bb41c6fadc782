-- A role may end by itself, and what auditors look at is kept. Repeatable from any point.
ALTER TABLE role_assignment ADD COLUMN IF NOT EXISTS until_on DATE NULL COMMENT 'last day on which the role holds; null for as long as nobody takes it back';
CREATE TABLE IF NOT EXISTS inspection (
  id        BIGINT       NOT NULL AUTO_INCREMENT,
  user_id   BIGINT       NOT NULL COMMENT 'no foreign key: lines stay',
  user_name VARCHAR(120) NOT NULL,
  seen_at   DATETIME(6)  NOT NULL,
  path      VARCHAR(400) NOT NULL COMMENT 'the page or question with its parameters',
  PRIMARY KEY (id),
  INDEX inspection_seen (seen_at, id),
  INDEX inspection_user (user_id, id)
);
